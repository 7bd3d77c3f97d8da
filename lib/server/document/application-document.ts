import type { Locale } from '#lib/i18n/locale.ts'
import { applicantWords, documentWords, fileBlock, instantWords, type Applicant, type GivenFile } from '#lib/server/document/document-words.ts'
import type { Block, Fact, PortalDocument } from '#lib/server/document/portal-document.ts'

/** An answer as its reader sees it: prose, several choices, or none. */
export type AnsweredQuestion = { question: string; answer: string | readonly string[] | null }

/** A whole application, or a draft of one when `deposit` is null; words are in its language. `readAt`: when it was read, for a draft. */
export type ApplicationContent = {
  locale: Locale
  callTitle: string
  organisation: Applicant
  solution: string
  deposit: { number: string; at: Date; sha256: string } | null
  readAt: Date
  sections: readonly { title: string; answers: readonly AnsweredQuestion[] }[]
  /** Each claim as its one sentence, the primary one first. */
  claims: readonly { primary: boolean; sentence: string }[]
  files: readonly GivenFile[]
  demonstration: boolean
}

/** The application to keep, print or read in the evening: sections in order, answers with their paragraphs, claims, files. */
export function applicationDocument(content: ApplicationContent): PortalDocument {
  const { locale, callTitle, organisation, solution, deposit, readAt, sections, claims, files, demonstration } = content
  const t = documentWords(locale)
  const facts: Fact[] = [
    { term: t('receipt.call'), value: callTitle },
    { term: t('receipt.organisation'), value: applicantWords(t, organisation) },
    ...(deposit === null ? [] : [{ term: t('receipt.number'), value: deposit.number }, { term: t('receipt.at'), value: instantWords(t, locale, deposit.at) }]),
  ]
  const draft: Block[] = deposit === null ? [{ block: 'note', title: t('application.draft'), text: t('application.draftText', { at: instantWords(t, locale, readAt) }), tone: 'uncertain' }] : []
  const answers = sections.flatMap((section, index): Block[] => [heading(index, section.title), ...section.answers.flatMap((answered) => answerBlocks(answered, t('application.unanswered')))])
  return {
    locale,
    kind: t('application.kind'),
    title: solution,
    number: deposit?.number ?? null,
    sha256: deposit?.sha256 ?? null,
    dated: deposit?.at ?? readAt,
    demonstration: demonstration ? t('demonstration') : null,
    lead: t('application.lead', { organisation: organisation.name, call: callTitle }),
    blocks: [
      ...draft,
      { block: 'facts', facts },
      ...answers,
      heading(sections.length, t('application.claims')),
      ...(claims.length === 0 ? [unanswered(t('application.noClaim'))] : []),
      ...claims.flatMap(({ primary, sentence }): Block[] => [{ block: 'subheading', text: t(primary ? 'application.primaryClaim' : 'application.secondaryClaim') }, { block: 'text', text: sentence }]),
      heading(sections.length + 1, t('files.title')),
      fileBlock(t, locale, files),
    ],
  }
}

function heading(index: number, title: string): Block {
  return { block: 'heading', text: `${index + 1}. ${title}` }
}

function answerBlocks({ question, answer }: AnsweredQuestion, none: string): Block[] {
  const given: Block = answer === null || answer.length === 0 ? unanswered(none) : typeof answer === 'string' ? { block: 'text', text: answer } : { block: 'list', items: answer }
  return [{ block: 'subheading', text: question }, given]
}

function unanswered(text: string): Block {
  return { block: 'text', text, tone: 'soft' }
}

import type { Locale } from '#lib/i18n/locale.ts'
import { documentWords, instantWords, type DocumentWords } from '#lib/server/document/document-words.ts'
import type { Block, PortalDocument } from '#lib/server/document/portal-document.ts'

/**
 * A question as it is put: `kind` ("texte court") and `limit` ("200 signes au plus") are said in words; `condition` is
 * the earlier question and the answer to it that show this one.
 */
export type PrintedQuestion = {
  label: string
  required: boolean
  kind: string
  limit: string | null
  help: string | null
  choices: readonly string[]
  condition: { question: string; answer: string } | null
}

/** `anchors`: the sentence behind each mark, from the lowest. `weight` in per cent. */
export type PrintedCriterion = { name: string; weight: number; guidance: string | null; anchors: readonly string[] }

/** The empty form of a call, in the language of the document. */
export type PrintedForm = {
  locale: Locale
  callTitle: string
  lead: string | null
  /** The address of the call's page, where one applies. */
  url: string
  /** The frozen version, and when it was published; a form being prepared has null. */
  version: { number: number; publishedAt: Date } | null
  readAt: Date
  calendar: readonly { phase: string; dates: string }[]
  sections: readonly { title: string; introduction: string | null; questions: readonly PrintedQuestion[] }[]
  rubric: { low: number; criteria: readonly PrintedCriterion[] } | null
  demonstration: boolean
}

/** The form to print before one begins: dates, every question with its limits and conditions, and the grid it is scored by. */
export function formDocument(form: PrintedForm): PortalDocument {
  const { locale, callTitle, lead, url, version, readAt, calendar, sections, rubric, demonstration } = form
  const t = documentWords(locale)
  return {
    locale,
    kind: t('form.kind'),
    title: callTitle,
    number: null,
    sha256: null,
    dated: version?.publishedAt ?? readAt,
    demonstration: demonstration ? t('demonstration') : null,
    lead,
    blocks: [
      { block: 'note', title: t('form.purpose'), text: t('form.purposeText', { address: url }), tone: 'plain' },
      { block: 'text', tone: 'soft', text: version === null ? t('form.inPreparation', { at: instantWords(t, locale, readAt) }) : t('form.version', { number: version.number, at: instantWords(t, locale, version.publishedAt) }) },
      ...(calendar.length === 0 ? [] : calendarBlocks(t, calendar)),
      ...sections.flatMap((section, index) => sectionBlocks(t, index + 1, section)),
      ...(rubric === null ? [] : rubricBlocks(t, rubric)),
    ],
  }
}

function calendarBlocks(t: DocumentWords, calendar: PrintedForm['calendar']): Block[] {
  return [{ block: 'heading', text: t('form.calendar') }, { block: 'facts', facts: calendar.map(({ phase, dates }) => ({ term: phase, value: dates })) }]
}

function sectionBlocks(t: DocumentWords, number: number, { title, introduction, questions }: PrintedForm['sections'][number]): Block[] {
  const head: Block[] = [{ block: 'heading', text: `${number}. ${title}` }]
  if (introduction !== null) head.push({ block: 'text', text: introduction })
  return head.concat(questions.map((asked) => questionBlock(t, asked)))
}

function questionBlock(t: DocumentWords, { label, required, kind, limit, help, choices, condition }: PrintedQuestion): Block {
  const marks = [t(required ? 'form.required' : 'form.optional'), kind, ...(limit === null ? [] : [limit])]
  return { block: 'question', question: { label, marks, condition: condition && t('form.condition', condition), help, choices } }
}

function rubricBlocks(t: DocumentWords, { low, criteria }: { low: number; criteria: readonly PrintedCriterion[] }): Block[] {
  return [
    { block: 'heading', text: t('form.rubric') },
    ...criteria.flatMap(({ name, weight, guidance, anchors }): Block[] => [
      { block: 'subheading', text: name, aside: t('form.weight', { weight }) },
      ...(guidance === null ? [] : [{ block: 'text' as const, text: guidance, tone: 'soft' as const }]),
      { block: 'facts', facts: anchors.map((anchor, index) => ({ term: t('form.mark', { mark: low + index }), value: anchor })) },
    ]),
  ]
}

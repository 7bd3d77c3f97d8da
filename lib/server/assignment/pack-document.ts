import { type CoreField, claimFields, type Maturity, type RegulatoryState, sectionOf, sections } from '#lib/domain/application.ts'
import { claim as wholeClaim } from '#lib/domain/claim.ts'
import type { DepositedAnswer, DepositedChallenge, DepositedClaim } from '#lib/domain/deposit.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { formatDay, formatFigure } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import { loadMessages, type Messages } from '#lib/i18n/messages.ts'
import type { ExportedAssignments } from '#lib/server/assignment/export-assignments.ts'
import { documentWords, fileBlock, type DocumentWords } from '#lib/server/document/document-words.ts'
import type { Block, PortalDocument } from '#lib/server/document/portal-document.ts'
import type { Judged } from '#lib/server/evaluation/read-judged.ts'

/** What one was given in a round, to read on paper: the grid first, then each application on pages of its own, as its scorers read it. */
export function packDocument({ round, call, criteria, applications }: ExportedAssignments, locale: Locale): PortalDocument {
  const t = documentWords(locale)
  const messages = loadMessages(locale)
  return {
    locale,
    kind: t('pack.kind'),
    title: t('pack.title', { round: inLocale(round.name, locale), count: applications.length }),
    number: null,
    sha256: null,
    // As true as the last of them: the same files make the same document.
    dated: new Date(Math.max(...applications.map(({ submittedAt }) => submittedAt.getTime()))),
    demonstration: call.demonstration ? t('demonstration') : null,
    lead: t('pack.lead', { call: inLocale(call.title, locale) }),
    blocks: [
      { block: 'heading', text: t('pack.contents') },
      { block: 'table', columns: [{ title: t('pack.number'), share: 2 }, { title: t('pack.solution'), share: 3 }, { title: t('pack.applicant'), share: 3 }], rows: applications.map((each) => ({ cells: [each.number, solutionOf(each), each.organisationName ?? t('pack.hidden')] })) },
      { block: 'heading', text: t('pack.grid') },
      ...criteria.flatMap(({ name, weight, guidance, anchors }): Block[] => [
        { block: 'subheading', text: t('pack.criterion', { name: inLocale(name, locale), weight }) },
        ...(guidance === null ? [] : [{ block: 'text' as const, text: inLocale(guidance, locale), tone: 'soft' as const }]),
        { block: 'facts', facts: anchors.map((anchor, index) => ({ term: t('form.mark', { mark: index + 1 }), value: inLocale(anchor, locale) })) },
      ]),
      ...applications.flatMap((each) => applicationBlocks(each, t, messages, locale)),
    ],
  }
}

const solutionOf = ({ fields, number }: Judged) => String(fields.solution ?? number)

function applicationBlocks(judged: Judged, t: DocumentWords, messages: Messages, locale: Locale): Block[] {
  const { application: words } = messages
  const fieldBlocks = (field: CoreField): Block[] => [{ block: 'subheading', text: words.fields[field].label }, textOf(fieldInWords(field, judged.fields[field], messages, locale), t)]
  const answerBlocks = (answered: DepositedAnswer): Block[] => [{ block: 'subheading', text: inLocale(answered.label, locale) }, textOf(answerInWords(answered, messages, locale), t)]
  return [
    { block: 'heading', text: solutionOf(judged), newPage: true },
    { block: 'facts', facts: [{ term: t('pack.number'), value: judged.number }, { term: t('pack.applicant'), value: judged.organisationName ?? t('pack.hidden') }] },
    ...sections.flatMap((section) => (Object.keys(judged.fields) as CoreField[]).filter((field) => sectionOf[field] === section && field !== 'solution').flatMap(fieldBlocks)),
    ...judged.answers.filter(({ kind }) => kind !== 'file').flatMap(answerBlocks),
    { block: 'subheading', text: t('pack.files') },
    fileBlock(t, locale, judged.files),
  ]
}

function textOf(said: string | null, t: DocumentWords): Block {
  return said === null ? { block: 'text', text: t('application.unanswered'), tone: 'soft' } : { block: 'text', text: said }
}

function fieldInWords(field: CoreField, value: unknown, messages: Messages, locale: Locale): string | null {
  if (value === null || value === undefined || value === '') return null
  if (field === 'challengeId') return inLocale((value as DepositedChallenge).title, locale)
  if ((claimFields as readonly CoreField[]).includes(field)) return claimInWords(value as DepositedClaim, messages, locale)
  if (field === 'maturity') return messages.application.maturities[value as Maturity]
  if (field === 'regulatoryState') return messages.application.regulatoryStates[value as RegulatoryState]
  if (field === 'budget') return formatFigure(Number(value), '€', locale)
  return String(value)
}

/** The claim as its one sentence, whose parts stand between tags; null when it is not whole. */
function claimInWords(value: DepositedClaim, { claim: { sentence }, application }: Messages, locale: Locale): string | null {
  const whole = wholeClaim.safeParse(value)
  if (!whole.success || !value.rupture) return null
  const { mechanism, population, indicator, baseline, target, unit, evidenceLevel } = whole.data
  const parts: Readonly<Record<string, string>> = {
    rupture: inLocale(value.rupture.title, locale), mechanism, population, indicator, baseline: formatFigure(baseline, unit, locale), target: formatFigure(target, unit, locale), evidence: application.evidenceLevels[evidenceLevel],
  }
  return sentence.replace(/<(\w+)><\/\1>/g, (_, name: string) => parts[name] ?? '')
}

function answerInWords({ kind, answer, chosen, unit }: DepositedAnswer, { filing: { content } }: Messages, locale: Locale): string | null {
  if (answer === null || answer === undefined) return null
  if (kind === 'choice' || kind === 'choices') return chosen.map(({ label }) => inLocale(label, locale)).join('\n') || null
  if (kind === 'number') return formatFigure(Number(answer), unit && inLocale(unit, locale), locale)
  if (kind === 'date') return formatDay(String(answer), locale)
  if (kind === 'yes-no') return answer === true ? content.yes : content.no
  return String(answer)
}

import { inLocale } from '#lib/domain/localized.ts'
import { criterionOfTie } from '#lib/domain/tie-rule.ts'
import { formatList, formatNumber, formatParisHour } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import { loadMessages } from '#lib/i18n/messages.ts'
import type { Minutes } from '#lib/server/deliberation/read-minutes.ts'
import { documentWords, instantWords, type DocumentWords } from '#lib/server/document/document-words.ts'
import type { Block, PortalDocument } from '#lib/server/document/portal-document.ts'

type Juror = Minutes['jurors'][number]
type Point = Minutes['points'][number]
type Words = { t: DocumentWords; locale: Locale }

/** The minutes of a jury's meeting: rules, presence, the jury's order, then each application in the order it was taken. */
export function minutesDocument(minutes: Minutes, locale: Locale): PortalDocument {
  const { startedAt, endedAt, now, round, call, jurors, points } = minutes
  const t = documentWords(locale)
  const words = { t, locale }
  return {
    locale,
    kind: t('minutes.kind'),
    title: t('minutes.title', { round: inLocale(round.name, locale) }),
    number: null,
    sha256: null,
    dated: endedAt ?? now,
    demonstration: call.demonstration ? t('demonstration') : null,
    lead: t('minutes.lead', { call: inLocale(call.title, locale) }),
    blocks: [
      ...(endedAt === null ? [{ block: 'note' as const, title: t('minutes.provisional'), text: t('minutes.provisionalText', { at: instantWords(t, locale, now) }), tone: 'uncertain' as const }] : []),
      { block: 'heading', text: t('minutes.meeting') },
      { block: 'facts', facts: [
        { term: t('minutes.opened'), value: instantWords(t, locale, startedAt) },
        ...(endedAt === null ? [] : [{ term: t('minutes.closed'), value: instantWords(t, locale, endedAt) }]),
        { term: t('minutes.quorum'), value: t('minutes.quorumOf', { quorum: round.quorum, jurors: jurors.length }) },
        { term: t('minutes.rule'), value: t('minutes.ruleText') },
        { term: t('minutes.ties'), value: tiesInWords(minutes, words) },
      ] },
      { block: 'heading', text: t('minutes.presence') },
      { block: 'table', columns: [{ title: t('minutes.juror'), share: 3 }, { title: t('minutes.organisation'), share: 3 }, { title: t('minutes.stays'), share: 3 }], rows: jurors.map((juror) => ({ cells: [nameOf(juror, t), juror.organisation, staysOf(juror, words)] })) },
      { block: 'heading', text: t('minutes.order') },
      orderOf(minutes, words),
      { block: 'heading', text: t('minutes.points') },
      ...points.flatMap((point) => pointBlocks(point, jurors, words)),
    ],
  }
}

const nameOf = ({ name, chair }: Pick<Juror, 'name' | 'chair'>, t: DocumentWords) => (chair ? t('minutes.chair', { name }) : name)

function tiesInWords({ round: { tieRule, criteria } }: Minutes, { t, locale }: Words): string {
  const { tie } = loadMessages(locale).round.rules
  const keys = tieRule.map((key) => {
    const slug = criterionOfTie(key)
    const criterion = criteria.find((each) => each.slug === slug)
    return slug === null ? tie.keys[key as keyof typeof tie.keys] : t('minutes.criterion', { name: criterion ? inLocale(criterion.name, locale) : slug })
  })
  return keys.length === 0 ? t('minutes.noTies') : keys.join(t('minutes.then'))
}

function staysOf({ stays }: Juror, { t, locale }: Words): string {
  if (stays.length === 0) return t('minutes.absent')
  const hour = (at: Date) => formatParisHour(at, locale)
  return stays.map(({ arrivedAt, leftAt }) => (leftAt === null ? t('minutes.since', { from: hour(arrivedAt) }) : t('minutes.stay', { from: hour(arrivedAt), to: hour(leftAt) }))).join(t('minutes.then'))
}

function orderOf({ places, points }: Minutes, { t, locale }: Words): Block {
  if (places.length === 0) return { block: 'text', text: t('minutes.noOrder'), tone: 'soft' }
  const solution = (id: string) => points.find((point) => point.id === id)?.solution ?? ''
  const number = (value: number) => formatNumber(value, locale)
  return {
    block: 'table',
    columns: [{ title: t('minutes.rank'), share: 2 }, { title: t('minutes.application'), share: 5 }, { title: t('minutes.mean'), share: 2, end: true }, { title: t('minutes.range'), share: 2, end: true }],
    rows: places.map(({ id, rank, exAequo, mean, low, high }) => ({ cells: [exAequo ? t('minutes.exAequo', { rank }) : String(rank), solution(id), number(mean), t('minutes.fromTo', { low: number(low), high: number(high) })] })),
  }
}

function pointBlocks(point: Point, jurors: readonly Juror[], words: Words): Block[] {
  const { t, locale } = words
  const { position, number, solution, organisationName, result, isSettled, notes } = point
  const named = (ids: readonly string[]) => formatList(jurors.filter(({ personId }) => ids.includes(personId)).map(({ name }) => name), locale)
  return [
    { block: 'subheading', text: t('minutes.point', { position: position + 1, solution: solution ?? number }), aside: t('minutes.of', { number, organisation: organisationName }) },
    { block: 'facts', facts: [
      { term: t('minutes.recused'), value: point.recused.length === 0 ? t('minutes.nobody') : named(point.recused) },
      ...(point.recusedLate.length === 0 ? [] : [{ term: t('minutes.recusedLate'), value: named(point.recusedLate) }]),
      { term: t('minutes.result'), value: isSettled && result !== null ? formatNumber(result, locale) : t('minutes.unsettled') },
      ...decisionFacts(point, words),
    ] },
    ...scoreBlocks(point, jurors, words),
    notes ? { block: 'text', text: notes } : { block: 'text', text: t('minutes.nothingSaid'), tone: 'soft' },
  ]
}

function scoreBlocks({ scores }: Point, jurors: readonly Juror[], { t, locale }: Words): Block[] {
  const given = (personId: string, kind: 'private' | 'final') => scores.find((each) => each.personId === personId && each.kind === kind)?.score
  const number = (value: number | undefined) => (value === undefined ? t('minutes.none') : formatNumber(value, locale))
  const rows = jurors.filter(({ personId }) => scores.some((each) => each.personId === personId)).map(({ personId, name }) => {
    const [before, after] = [given(personId, 'private'), given(personId, 'final')]
    const moved = before === undefined || after === undefined ? t('minutes.none') : after === before ? t('minutes.same') : t('minutes.moved', { sign: after > before ? '+' : '−', by: formatNumber(Math.abs(after - before), locale) })
    return { cells: [name, number(before), number(after), moved] }
  })
  if (rows.length === 0) return [{ block: 'text', text: t('minutes.noScores'), tone: 'soft' }]
  return [{ block: 'table', columns: [{ title: t('minutes.juror'), share: 4 }, { title: t('minutes.before'), share: 2, end: true }, { title: t('minutes.after'), share: 2, end: true }, { title: t('minutes.change'), share: 2, end: true }], rows }]
}

function decisionFacts({ outcome, reserveRank, motive }: Point, { t, locale }: Words) {
  if (outcome === null) return []
  const words = loadMessages(locale).decision.outcomes[outcome]
  return [{ term: t('minutes.decision'), value: reserveRank === null ? words : t('minutes.ranked', { outcome: words, rank: reserveRank }) }, ...(motive ? [{ term: t('minutes.motive'), value: motive }] : [])]
}

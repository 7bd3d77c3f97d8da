import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Link } from '#components/ui/link.tsx'
import { Tag, type TagTone } from '#components/ui/tag.tsx'
import { ShortInstant } from '#components/ui/time.tsx'
import type { Eligibility } from '#lib/domain/application.ts'
import { inLocale } from '#lib/domain/localized.ts'
import type { Answer, Question } from '#lib/domain/question.ts'
import { type Column, type FixedColumn, questionOf, type ScreeningRow, type ScreeningVocabulary } from '#lib/domain/screening.ts'
import { formatFigure, formatNumber } from '#lib/i18n/format.ts'

const tones: Record<Eligibility, TagTone> = { pending: 'plain', eligible: 'bridge', ineligible: 'rupture' }

/** Where screening stands, in a word. */
function EligibilityTag({ eligibility }: { eligibility: Eligibility }) {
  const t = useTranslations('screening.eligibilities')
  return <Tag tone={tones[eligibility]}>{t(eligibility)}</Tag>
}

/** What one column shows of one application; a text that may be cut is whole on hover. */
export function ScreeningCell({ column, row, vocabulary }: { column: Column; row: ScreeningRow; vocabulary: ScreeningVocabulary }) {
  const t = useTranslations('application')
  const locale = useLocale()
  const id = questionOf(column)
  if (id !== null) return <AnswerCell asked={vocabulary.questions.find((each) => each.id === id)} given={row.answers[id] ?? null} />
  const file = `/manage/applications/${row.id}`
  const challenge = vocabulary.challenges.find(({ slug }) => slug === row.challenge)
  const cells: Record<FixedColumn, () => ReactNode> = {
    number: () => <Link href={file} data-open="" className="tabular-nums">{row.number}</Link>,
    solution: () => <Cut text={row.solution} />,
    organisation: () => <Cut text={row.organisation} />,
    challenge: () => challenge && <Cut text={inLocale(challenge.title, locale)} />,
    rupture: () => row.rupture && <Link href={`/ruptures/${row.rupture.slug}`} className="cut no-underline hover:underline" title={whole(inLocale(row.rupture.title, locale))}>{inLocale(row.rupture.title, locale)}</Link>,
    maturity: () => row.maturity && <Cut text={t(`maturities.${row.maturity}`)} />,
    regulatoryState: () => row.regulatoryState && <Cut text={t(`regulatoryStates.${row.regulatoryState}`)} />,
    budget: () => row.budget !== null && formatFigure(row.budget, '€', locale),
    submittedAt: () => <ShortInstant at={new Date(row.submittedAt)} />,
    eligibility: () => <EligibilityTag eligibility={row.eligibility} />,
    motive: () => row.motive && <Cut text={row.motive} />,
    tags: () => row.tags.length > 0 && <span className="cut" title={whole(row.tags.map(({ name }) => name).join(', '))}>{row.tags.map(({ id: tagId, name }) => <span key={tagId}><Tag tone="line">{name}</Tag> </span>)}</span>,
    corrections: () => row.corrections > 0 && <Link href={`${file}#corrections`}>{row.corrections}</Link>,
    messages: () => row.messages > 0 && <Link href={`${file}#messages`}>{row.messages}</Link>,
    files: () => row.files > 0 && <Link href={`${file}#files`}>{row.files}</Link>,
  }
  return cells[column as FixedColumn]() || <None />
}

function AnswerCell({ asked, given }: { asked: Question | undefined; given: Answer }) {
  const t = useTranslations('application.answers')
  const locale = useLocale()
  if (!asked || given === null || (Array.isArray(given) && given.length === 0)) return <None />
  if (typeof given === 'number') return asked.unit ? formatFigure(given, inLocale(asked.unit, locale), locale) : formatNumber(given, locale)
  if (typeof given === 'boolean') return t(given ? 'yes' : 'no')
  const label = (option: string) => inLocale(asked.options.find((each) => each.id === option)?.label ?? { fr: option }, locale)
  return <Cut text={[given].flat().map(label).join(', ')} />
}

/** On hover where it may be cut: what surely fits is not said twice. */
const whole = (text: string) => (text.length > 24 ? text : undefined)

function Cut({ text }: { text: string }) {
  return <span className="cut" title={whole(text)}>{text}</span>
}

/** An empty cell is said, not left to guess. */
function None() {
  const t = useTranslations('screening.table')
  return <span className="text-soft"><span aria-hidden="true">–</span><span className="sr-only">{t('unset')}</span></span>
}

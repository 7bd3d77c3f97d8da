import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { EditedCall } from '#components/call-editor/edited-call.ts'
import { Heading } from '#components/ui/heading.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { coreFields, type CoreField, readersOf, sectionOf, sections } from '#lib/domain/application.ts'
import type { DraftClaim } from '#lib/domain/claim.ts'
import type { Content } from '#lib/domain/draft.ts'
import { answerName, answersOf } from '#lib/domain/field-name.ts'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import { type Answer, isFor, type Question } from '#lib/domain/question.ts'
import { shownQuestions } from '#lib/domain/shown-question.ts'
import { formatDay, formatNumber } from '#lib/i18n/format.ts'

type Props = { settings: Pick<EditedCall, 'questions' | 'challenges' | 'criteria'>; content: Content }

/** A sample file as a scorer reads it, with the grid beside: only what is meant for scorers, and only what was answered. */
export function ScorerPreview({ settings: { questions, challenges, criteria }, content }: Props) {
  const t = useTranslations('application')
  const own = useTranslations('call-editor.preview')
  const locale = useLocale()
  const asked = shownQuestions(questions, answersOf(content)).filter(({ audience }) => isFor(audience, 'scorers'))
  const read = (field: CoreField) => isFor(readersOf[field], 'scorers') && content[field] != null
  return (
    <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="space-y-8">
        {sections.map((section) => {
          const fields = coreFields.filter((field) => sectionOf[field] === section && read(field))
          const answers = section === 'questions' ? asked : []
          return fields.length + answers.length === 0 ? null : (
            <section key={section} aria-labelledby={`sample-${section}`}>
              <Heading as={2} size={3} id={`sample-${section}`} className="border-b border-rule pb-1">{t(`sections.${section}`)}</Heading>
              <dl className="mt-3 space-y-5">
                {fields.map((field) => <Entry key={field} label={t(`fields.${field}.label`)}><CoreValue field={field} value={content[field]} challenge={challenges[0]} /></Entry>)}
                {answers.map((each) => <Entry key={each.id} label={inLocale(each.label, locale)}><AnswerValue asked={each} given={content[answerName(each.id)] as Answer} /></Entry>)}
              </dl>
            </section>
          )
        })}
      </div>
      <section aria-labelledby="grid">
        <Heading as={2} size={3} id="grid">{own('grid')}</Heading>
        {criteria.map(({ id, name, weight, anchors }) => (
          <div key={id} className="border-b border-rule py-3">
            <p className="font-semibold">{own('criterion', { name: inLocale(name, locale), weight: formatNumber(weight, locale, 6) })}</p>
            <ol className="list-decimal ps-6 text-small text-soft">{anchors.map((anchor, index) => <li key={index}>{inLocale(anchor, locale)}</li>)}</ol>
          </div>
        ))}
      </section>
    </div>
  )
}

function Entry({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="max-w-measure">
      <dt className="font-semibold">{label}</dt>
      <dd className="mt-1 whitespace-pre-line">{children}</dd>
    </div>
  )
}

function CoreValue({ field, value, challenge }: { field: CoreField; value: unknown; challenge: EditedCall['challenges'][number] | undefined }) {
  const t = useTranslations('application')
  const locale = useLocale()
  const none = t('answers.none')
  const named = (words: Localized | undefined) => (words ? inLocale(words, locale) : none)
  if (field === 'challengeId') return named(challenge?.title)
  if (field === 'maturity') return t(`maturities.${value as 'pilot'}`)
  if (field === 'regulatoryState') return t(`regulatoryStates.${value as 'class-1'}`)
  if (typeof value !== 'object') return String(value)
  const { mechanism = none, population = none, indicator = none, unit = '', baseline, target, evidenceLevel } = value as DraftClaim
  const figure = (number: number | null | undefined) => `${formatNumber(number ?? 0, locale)}\u00A0${unit}`
  const parts = { rupture: named(challenge?.ruptures[0]?.title), mechanism, population, indicator, baseline: figure(baseline), target: figure(target), evidenceLevel: t(`evidenceLevels.${evidenceLevel ?? 'none'}`) }
  return (Object.keys(parts) as (keyof typeof parts)[]).map((part) => (
    <span key={part} className="block"><span className="text-soft">{t('claim.part', { name: t(`claim.${part}`) })}</span> {parts[part]}</span>
  ))
}

function AnswerValue({ asked, given }: { asked: Question; given: Answer }) {
  const t = useTranslations('application')
  const locale = useLocale()
  if (asked.kind === 'file') return <Tag>{t('sample.file')}</Tag>
  if (typeof given === 'boolean') return t(given ? 'answers.yes' : 'answers.no')
  if (typeof given === 'number') return [formatNumber(given, locale, 6), asked.unit && inLocale(asked.unit, locale)].filter(Boolean).join('\u00A0')
  if (asked.kind === 'date' && typeof given === 'string') return formatDay(given, locale)
  const labelOf = (id: string | null) => {
    const option = asked.options.find((each) => each.id === id)
    return option ? inLocale(option.label, locale) : (id ?? '')
  }
  return [given].flat().map(labelOf).join('\n')
}

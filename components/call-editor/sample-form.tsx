import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Heading } from '#components/ui/heading.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { type CoreField, coreFields, limits, optionalFields, readersOf, sectionOf, sections } from '#lib/domain/application.ts'
import type { DraftClaim } from '#lib/domain/claim.ts'
import { answerName, answersOf, type Content } from '#lib/domain/draft.ts'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import { type Answer, isFor, type Question, shownQuestions } from '#lib/domain/question.ts'
import { type QuestionWords, questionFacts } from '#lib/i18n/question-line.ts'
import { formatDay, formatNumber } from '#lib/i18n/format.ts'

type Props = {
  as: 'founder' | 'scorer'
  content: Content
  questions: readonly Question[]
  challenge: Localized | null
  rupture: Localized | null
  words: QuestionWords
}

/** The whole form filled with sample answers: as a founder fills it in, with what is asked of them, or as a scorer reads it. */
export function SampleForm({ as, content, questions, challenge, rupture, words }: Props) {
  const t = useTranslations('application')
  const locale = useLocale()
  const isRead = (audience: (typeof readersOf)[CoreField]) => as === 'founder' || isFor(audience, 'scorers')
  const shown = shownQuestions(questions, answersOf(content)).filter(({ audience }) => isRead(audience))
  return sections.map((section) => {
    const fields = coreFields.filter((field) => sectionOf[field] === section && isRead(readersOf[field]) && (as === 'founder' || content[field] != null))
    if (fields.length === 0 && (section !== 'questions' || shown.length === 0)) return null
    return (
      <section key={section} aria-labelledby={`sample-${section}`}>
        <Heading as={2} size={3} id={`sample-${section}`} className="border-b border-rule pb-1">{t(`sections.${section}`)}</Heading>
        <dl className="mt-3 space-y-5">
          {fields.map((field) => (
            <Entry key={field} as={as} label={t(`fields.${field}.label`)} facts={coreFacts(field, t)} help={t(`fields.${field}.help`)}>
              <CoreValue field={field} value={content[field]} challenge={challenge} rupture={rupture} />
            </Entry>
          ))}
          {section === 'questions' && shown.map((asked) => (
            <Entry key={asked.id} as={as} label={inLocale(asked.label, locale)} facts={questionFacts(asked, questions, words, locale)} help={asked.help && inLocale(asked.help, locale)}>
              <AnswerValue asked={asked} given={content[answerName(asked.id)] as Answer} words={words} />
            </Entry>
          ))}
        </dl>
      </section>
    )
  })
}

function coreFacts(field: CoreField, t: ReturnType<typeof useTranslations<'application'>>): string[] {
  const limit = field in limits ? [t('limits.characters', { count: limits[field as keyof typeof limits] })] : []
  return [...limit, t(optionalFields.has(field) ? 'optional' : 'required')]
}

function Entry({ as, label, facts, help, children }: { as: Props['as']; label: string; facts: readonly string[]; help: string | null; children: ReactNode }) {
  return (
    <div className="max-w-measure">
      <dt className="font-semibold">{label}</dt>
      {as === 'founder' && (
        <dd className="text-small text-soft">
          {facts.join(' · ')}
          {help && <span className="block whitespace-pre-line">{help}</span>}
        </dd>
      )}
      <dd className={`mt-1 whitespace-pre-line ${as === 'founder' ? 'rounded-sm border border-edge px-3 py-2' : ''}`}>{children}</dd>
    </div>
  )
}

function CoreValue({ field, value, challenge, rupture }: { field: CoreField; value: unknown; challenge: Localized | null; rupture: Localized | null }) {
  const t = useTranslations('application')
  const locale = useLocale()
  if (value === null || value === undefined) return <span className="text-soft">{t('answers.none')}</span>
  if (field === 'challengeId') return challenge ? inLocale(challenge, locale) : t('answers.none')
  if (field === 'maturity') return t(`maturities.${value as 'pilot'}`)
  if (field === 'regulatoryState') return t(`regulatoryStates.${value as 'class-1'}`)
  if (field === 'consent') return t('answers.yes')
  if (field === 'budget') return formatNumber(Number(value), locale)
  if (typeof value !== 'object') return String(value)
  const claim = value as DraftClaim
  const parts = [
    ['rupture', rupture && inLocale(rupture, locale)], ['mechanism', claim.mechanism], ['population', claim.population], ['indicator', claim.indicator],
    ['baseline', `${formatNumber(claim.baseline ?? 0, locale)} ${claim.unit}`], ['target', `${formatNumber(claim.target ?? 0, locale)} ${claim.unit}`], ['evidenceLevel', t(`evidenceLevels.${claim.evidenceLevel ?? 'none'}`)],
  ] as const
  return parts.map(([part, text]) => <span key={part} className="block"><span className="text-soft">{t('claim.part', { name: t(`claim.${part}`) })}</span> {text ?? t('answers.none')}</span>)
}

function AnswerValue({ asked, given, words }: { asked: Question; given: Answer; words: QuestionWords }) {
  const t = useTranslations('application')
  const locale = useLocale()
  if (asked.kind === 'file') return <Tag>{t('sample.file')}</Tag>
  if (typeof given === 'boolean') return given ? words.yes : words.no
  if (typeof given === 'number') return [formatNumber(given, locale, 6), asked.unit && inLocale(asked.unit, locale)].filter(Boolean).join('\u00A0')
  if (asked.kind === 'date' && typeof given === 'string') return formatDay(given, locale)
  const labels = [given].flat().map((each) => {
    const option = asked.options.find(({ id }) => id === each)
    return option ? inLocale(option.label, locale) : String(each ?? '')
  })
  return labels.join('\n')
}

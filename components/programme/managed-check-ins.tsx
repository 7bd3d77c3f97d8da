import { useLocale, useTranslations } from 'next-intl'
import { MoodTag } from '#components/check-in/mood-tag.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { type Mood, daysOpen } from '#lib/domain/check-in.ts'
import { addDays, addMonths } from '#lib/domain/day.ts'
import { formatDay, formatParisDay } from '#lib/i18n/format.ts'

type CheckIn = { id: string; month: number; mood: Mood | null; moodReason: string | null; blockers: string | null; ask: string | null; submittedAt: Date | null; skippedAt: Date | null; skipReason: string | null; answers: readonly { id: string; personName: string; organisationName: string; text: string; answeredAt: Date }[] }

/** What the laureate filed, latest first, with what was answered; then what is awaited. */
export function ManagedCheckIns({ programmeId, checkIns, startsOn, months, today }: { programmeId: string; checkIns: readonly CheckIn[]; startsOn: string; months: number; today: string }) {
  const t = useTranslations('programme.managed')
  const locale = useLocale()
  const filed = checkIns.filter(({ submittedAt, skippedAt }) => submittedAt !== null || skippedAt !== null).toReversed()
  return (
    <Section id="check-ins" title={t('checkIns')}>
      {filed.length === 0 && <p className="max-w-measure text-soft">{t('noCheckIn')}</p>}
      <ul>
        {filed.map(({ id, month, mood, moodReason, blockers, ask, submittedAt, skippedAt, skipReason, answers }) => (
          <li key={id} className="max-w-measure space-y-1 border-t border-rule py-4">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <Link href={`/programmes/${programmeId}/check-ins/${id}`} className="font-bold">{t('checkInOf', { month })}</Link>
              {submittedAt && mood && <MoodTag mood={mood} />}
              {skippedAt && <Tag>{t('skipped')}</Tag>}
              <span className="text-small text-soft">{formatParisDay(submittedAt ?? (skippedAt as Date), locale)}</span>
            </p>
            {[moodReason, blockers && t('blockers', { text: blockers }), ask && t('ask', { text: ask }), skipReason].filter(Boolean).map((text, index) => <p key={index} className="whitespace-pre-line">{text}</p>)}
            {answers.map((answer) => <p key={answer.id} className="border-s-2 border-line ps-3">{t('answer', { name: answer.personName, organisation: answer.organisationName, text: answer.text })}</p>)}
          </li>
        ))}
      </ul>
      <Awaited filed={filed.map(({ month }) => month)} startsOn={startsOn} months={months} today={today} />
    </Section>
  )
}

/** What is not filed is the laureate's own paper, which managers do not see: that it is awaited follows from the calendar. */
function Awaited({ filed, startsOn, months, today }: { filed: readonly number[]; startsOn: string; months: number; today: string }) {
  const t = useTranslations('programme.managed')
  const locale = useLocale()
  const awaited = Array.from({ length: months }, (_, index) => ({ month: index + 1, dueOn: addMonths(startsOn, index + 1) })).filter(({ month, dueOn }) => !filed.includes(month) && addDays(dueOn, -daysOpen) <= today)
  return awaited.map(({ month, dueOn }) => <p key={month} className="border-t border-rule py-3 text-soft">{t(dueOn < today ? 'overdueCheckIn' : 'awaitedCheckIn', { month, day: formatDay(dueOn, locale) })}</p>)
}

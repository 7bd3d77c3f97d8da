import { useLocale, useTranslations } from 'next-intl'
import { type NamedQuestion, useFieldName } from '#components/application/field-name.ts'
import { Section } from '#components/ui/heading.tsx'
import { Day, Instant } from '#components/ui/time.tsx'
import { isPast } from '#lib/domain/calendar.ts'
import { formatList } from '#lib/i18n/format.ts'

type Props = { now: Date; call: { closesAt: Date; answerOn: string | null; staysOpen: readonly string[]; staysOpenUntil: Date | null }; questions: readonly NamedQuestion[] }

/** What may still change after a deposit, and when the answer comes. */
export function ReceiptFuture({ now, call, questions }: Props) {
  const t = useTranslations('filing.receipt')
  const locale = useLocale()
  const nameOf = useFieldName(questions)
  const { closesAt, answerOn, staysOpen, staysOpenUntil } = call
  const isOpen = !isPast(closesAt, now)
  const stays = staysOpenUntil !== null && staysOpen.length > 0 && !isPast(staysOpenUntil, now)
  return (
    <Section id="change" title={t('change')}>
      <ul className="max-w-measure list-disc ps-5">
        {isOpen && <li>{t.rich('changeAll', { until: () => <Instant at={closesAt} now={now} /> })}</li>}
        {stays && <li>{t.rich('changeSome', { fields: formatList(staysOpen.map(nameOf), locale), until: () => <Instant at={staysOpenUntil} /> })}</li>}
        {!isOpen && !stays && <li>{t('changeNone')}</li>}
        <li>{answerOn === null ? t('answerUnknown') : t.rich('answer', { day: () => <Day date={answerOn} /> })}</li>
      </ul>
    </Section>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { formatDay, formatNumber } from '#lib/i18n/format.ts'

type Delivery = { id: string; amount: number; deliveredOn: string; note: string | null }

/** What was given, day by day. */
export function DeliveryList({ deliveries, unit }: { deliveries: readonly Delivery[]; unit: string }) {
  const t = useTranslations('commitment')
  const locale = useLocale()
  if (deliveries.length === 0) return <p className="text-small text-soft">{t('nothingGiven')}</p>
  return (
    <ul className="space-y-1 text-small">
      {deliveries.map(({ id, amount, deliveredOn, note }) => (
        <li key={id} className="tabular-nums">{t('delivery', { day: formatDay(deliveredOn, locale), amount: formatNumber(amount, locale), unit })}{note && <span className="text-soft">, {note}</span>}</li>
      ))}
    </ul>
  )
}

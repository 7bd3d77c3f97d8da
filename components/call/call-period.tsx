import { useTranslations } from 'next-intl'
import { Day, Instant } from '#components/ui/time.tsx'

type Times = { opensOn: string | null; closesOn: string | null; opensAt?: string | null; closesAt?: string | null }

/** When applications were taken: to the minute for a call run here, else the days the sources give. */
export function CallPeriod({ call: { opensOn, closesOn, opensAt = null, closesAt = null } }: { call: Times }) {
  const t = useTranslations('call')
  const opens = opensAt !== null ? <Instant at={new Date(opensAt)} /> : opensOn !== null && <Day date={opensOn} />
  const closes = closesAt !== null ? <Instant at={new Date(closesAt)} /> : closesOn !== null && <Day date={closesOn} />
  if (opens && closes) return <>{t.rich('period', { from: () => opens, to: () => closes })}</>
  if (opens) return <>{t.rich('opens', { from: () => opens })}</>
  return <span className="font-note italic">{t('noDates')}</span>
}

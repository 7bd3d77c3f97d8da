import { useTranslations } from 'next-intl'
import type { CallState } from '#lib/domain/call.ts'
import { Day, Instant } from '#components/ui/time.tsx'

type Times = { state?: CallState; opensOn: string | null; closesOn: string | null; opensAt?: string | null; closesAt?: string | null }

/**
 * When applications were taken: to the minute for a call run here, else the days the sources give. With `now`, a call to
 * come or under way says what is next and how far it is.
 */
export function CallPeriod({ call: { opensOn, closesOn, opensAt = null, closesAt = null, state }, now }: { call: Times; now?: Date }) {
  const t = useTranslations('call')
  const next = state === 'open' ? closesAt : state === 'forecasted' ? opensAt : null
  if (now && next !== null) return t.rich(state === 'open' ? 'window.openUntil' : 'window.opens', { when: () => <Instant at={new Date(next)} now={now} /> })
  const opens = opensAt !== null ? <Instant at={new Date(opensAt)} /> : opensOn !== null && <Day date={opensOn} />
  const closes = closesAt !== null ? <Instant at={new Date(closesAt)} /> : closesOn !== null && <Day date={closesOn} />
  if (opens && closes) return <>{t.rich('period', { from: () => opens, to: () => closes })}</>
  if (opens) return <>{t.rich('opens', { from: () => opens })}</>
  return <span className="font-note italic">{t('noDates')}</span>
}

import { useTranslations } from 'next-intl'
import type { PublicCall } from '#lib/domain/public-call.ts'
import { CallCard } from '#components/call/call-card.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'

/** Invented calls apart and first, where there are any; then open ones, those of our initiatives, newest first, and those run elsewhere. */
export function CallList({ calls, now }: { calls: readonly PublicCall[]; now: Date }) {
  const t = useTranslations('call')
  const invented = calls.filter(({ demonstration }) => demonstration).toReversed()
  const real = calls.filter(({ demonstration }) => !demonstration)
  const current = real.filter(({ external, state }) => !external && (state === 'open' || state === 'forecasted'))
  const over = real.filter((call) => !call.external && !current.includes(call)).toReversed()
  const elsewhere = real.filter(({ external }) => external)
  return (
    <>
      <Group id="demonstration" title={t('demonstrations.title')} lead={t('demonstrations.lead')} calls={invented} now={now} />
      {[...invented, ...current].some(({ state }) => state === 'open') ? null : (
        <Notice title={t('noneOpen.title')}>
          <p>{t('noneOpen.text')}</p>
        </Notice>
      )}
      <Group id="current" title={t('openNow')} calls={current} now={now} />
      <Group id="over" title={t('over')} calls={over} now={now} />
      <Group id="elsewhere" title={t('elsewhere')} lead={t('elsewhereLead')} calls={elsewhere} now={now} />
    </>
  )
}

function Group({ id, title, lead, calls, now }: { id: string; title: string; lead?: string; calls: readonly PublicCall[]; now: Date }) {
  if (calls.length === 0) return null
  return (
    <Section id={id} title={title}>
      {lead && <p className="-mt-2 mb-4 max-w-measure text-soft">{lead}</p>}
      <ul className="border-t border-rule">
        {calls.map((call) => (
          <CallCard key={call.slug} call={call} now={now} />
        ))}
      </ul>
    </Section>
  )
}

import { useTranslations } from 'next-intl'
import type { PublicCall } from '#lib/domain/public-call.ts'
import { CallCard } from '#components/call/call-card.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'

/** Open calls first, then those of our initiatives, newest first, then calls run elsewhere. */
export function CallList({ calls }: { calls: readonly PublicCall[] }) {
  const t = useTranslations('call')
  const current = calls.filter(({ external, state }) => !external && (state === 'open' || state === 'forecasted'))
  const over = calls.filter((call) => !call.external && !current.includes(call)).toReversed()
  const elsewhere = calls.filter(({ external }) => external)
  return (
    <>
      {current.some(({ state }) => state === 'open') ? null : (
        <Notice title={t('noneOpen.title')}>
          <p>{t('noneOpen.text')}</p>
        </Notice>
      )}
      <Group id="current" title={t('openNow')} calls={current} />
      <Group id="over" title={t('over')} calls={over} />
      <Group id="elsewhere" title={t('elsewhere')} lead={t('elsewhereLead')} calls={elsewhere} />
    </>
  )
}

function Group({ id, title, lead, calls }: { id: string; title: string; lead?: string; calls: readonly PublicCall[] }) {
  if (calls.length === 0) return null
  return (
    <Section id={id} title={title}>
      {lead && <p className="-mt-2 mb-4 max-w-measure text-soft">{lead}</p>}
      <ul className="border-t border-rule">
        {calls.map((call) => (
          <CallCard key={call.slug} call={call} />
        ))}
      </ul>
    </Section>
  )
}

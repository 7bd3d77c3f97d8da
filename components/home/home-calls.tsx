import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicCall } from '#lib/domain/public-call.ts'
import { formatDay } from '#lib/i18n/format.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { Link } from '#components/ui/link.tsx'
import { Day, Instant } from '#components/ui/time.tsx'

/** The open call and its deadline, real ones first; without one, the next announced, or the last real one known and what comes next. */
export function HomeCalls({ calls, now }: { calls: readonly PublicCall[]; now: Date }) {
  const t = useTranslations('home.call')
  const ours = calls.filter(({ external }) => !external)
  const open = ours.filter(({ state }) => state === 'open')
  const next = ours.filter(({ state }) => state === 'forecasted')
  if (open.length > 0) return <Announced calls={open} now={now} title={t('open', { count: open.length })} />
  if (next.length > 0) return <Announced calls={next} now={now} title={t('next')} />
  return <NoneOpen last={ours.findLast(({ closesOn, demonstration }) => closesOn !== null && !demonstration)} />
}

function Announced({ calls, now, title }: { calls: readonly PublicCall[]; now: Date; title: string }) {
  const t = useTranslations('home.call')
  const locale = useLocale()
  return (
    <aside aria-label={title} className="space-y-6 border-s-[3px] border-bridge ps-5">
      {calls.map(({ slug, title: name, demonstration, state, opensAt, closesAt, opensOn, closesOn }) => {
        const [at, on, key] = state === 'open' ? ([closesAt, closesOn, 'closes'] as const) : ([opensAt, opensOn, 'opens'] as const)
        return (
          <div key={slug}>
            <p className="text-small text-soft">{demonstration ? t('demonstration', { title }) : title}</p>
            <h2 className="mt-1 font-serif text-h3 font-medium">{inLocale(name, locale)}</h2>
            <p className="mt-1 text-soft">
              {at !== null ? t.rich(key, { when: () => <Instant at={new Date(at)} now={now} /> }) : on !== null && t.rich(key, { when: () => <Day date={on} /> })}
            </p>
            <ButtonLink href={`/calls/${slug}`} tone="primary" className="mt-3">
              {t('see')}
            </ButtonLink>
          </div>
        )
      })}
    </aside>
  )
}

function NoneOpen({ last }: { last: PublicCall | undefined }) {
  const t = useTranslations('home.call')
  const locale = useLocale()
  return (
    <aside aria-label={t('none')} className="border-s-[3px] border-dashed border-edge ps-5">
      <h2 className="font-serif text-h3 font-medium">{t('none')}</h2>
      {last?.closesOn != null && (
        <p className="mt-1 text-soft">
          {t.rich('last', { title: inLocale(last.title, locale), day: formatDay(last.closesOn, locale), call: (words) => <Link href={`/calls/${last.slug}`}>{words}</Link> })}
        </p>
      )}
      <ButtonLink href="/calls" className="mt-3">
        {t('all')}
      </ButtonLink>
    </aside>
  )
}

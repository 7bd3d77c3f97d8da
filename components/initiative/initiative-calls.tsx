import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicInitiative } from '#lib/domain/public-initiative.ts'
import { CallPeriod } from '#components/call/call-period.tsx'
import { CallState } from '#components/call/call-state.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Link } from '#components/ui/link.tsx'

/** The calls of an initiative as stops on a line, in order of opening. */
export function InitiativeCalls({ initiative: { calls, external, demonstration } }: { initiative: PublicInitiative }) {
  const t = useTranslations('initiative')
  const locale = useLocale()
  if (calls.length === 0) return <EmptyState title={t('none')} />
  return (
    <ol className="border-s-[3px] border-line">
      {calls.map((call) => (
        <li key={call.slug} className="keep relative pb-8 ps-7 last:pb-0">
          <svg aria-hidden="true" width="18" height="18" className="absolute -start-[10.5px] top-1">
            <circle cx="9" cy="9" r="6" strokeWidth="3" className="fill-paper stroke-line" />
          </svg>
          <h3 className="font-serif text-h3 font-medium">
            <Link href={`/calls/${call.slug}`} className="no-underline hover:underline">
              {inLocale(call.title, locale)}
            </Link>
          </h3>
          <p className="mt-1">
            <CallPeriod call={call} />
          </p>
          <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-soft">
            <CallState call={{ state: call.state, external: false, demonstration }} />
            {!external && !demonstration && t('laureates', { count: call.laureates })}
          </p>
        </li>
      ))}
    </ol>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicCall } from '#lib/domain/public-call.ts'
import { formatNumber } from '#lib/i18n/format.ts'
import { CallPeriod } from '#components/call/call-period.tsx'
import { CallState } from '#components/call/call-state.tsx'
import { Link } from '#components/ui/link.tsx'

/** A call in the list: what it is, when, for whom, and how many took part as far as is known. */
export function CallCard({ call, now }: { call: PublicCall; now: Date }) {
  const t = useTranslations('call')
  const locale = useLocale()
  const { received, approximate } = call.applications
  return (
    <li className="keep grid gap-x-12 gap-y-4 border-b border-rule py-7 lg:grid-cols-[1fr_18rem]">
      <div>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-small text-soft">
          <CallState call={call} />
          {call.edition !== null && <span>{t('edition', { edition: call.edition })}</span>}
        </p>
        <h3 className="mt-2 max-w-[40ch] font-serif text-h2 font-medium">
          <Link href={`/calls/${call.slug}`} className="no-underline hover:underline">
            {inLocale(call.title, locale)}
          </Link>
        </h3>
        <p className="mt-2">
          <CallPeriod call={call} now={now} />
        </p>
        {call.target.text && <p className="mt-1 max-w-measure text-soft">{inLocale(call.target.text, locale)}</p>}
      </div>
      <dl className="grid content-start text-soft lg:border-s lg:border-rule lg:ps-6 lg:pt-1">
        {/* What sources say or do not say; of a call run here, the portal itself says what there is. */}
        {!call.runHere && (
          <Count
            name={t('facts.applicationsShort')}
            value={received === null ? <span className="whitespace-nowrap font-note font-normal italic text-soft">{t('facts.notFound')}</span> : approximate ? t('facts.about', { count: formatNumber(received, locale) }) : formatNumber(received, locale)}
          />
        )}
        <Count name={t('facts.challenges', { count: call.challenges.length })} value={formatNumber(call.challenges.length, locale)} />
        {(!call.runHere || call.partners.length > 0) && <Count name={t('facts.partners', { count: call.partners.length })} value={formatNumber(call.partners.length, locale)} />}
        {!call.external && (!call.runHere || call.laureates.length > 0) && (
          <Count
            name={t(call.laureatesComplete ? 'facts.laureatesComplete' : 'facts.laureates', { count: call.laureates.length })}
            value={formatNumber(call.laureates.length, locale)}
          />
        )}
      </dl>
    </li>
  )
}

function Count({ name, value }: { name: string; value: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-4 py-0.5">
      <dt className="first-letter:uppercase">{name}</dt>
      <dd className="font-semibold tabular-nums text-ink">{value}</dd>
    </div>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicCall } from '#lib/domain/public-call.ts'
import { formatNumber } from '#lib/i18n/format.ts'
import { CallPeriod } from '#components/call/call-period.tsx'
import { CallState } from '#components/call/call-state.tsx'
import { Link } from '#components/ui/link.tsx'

/** A call in the list: what it is, when, for whom, and how many took part as far as is known. */
export function CallCard({ call }: { call: PublicCall }) {
  const t = useTranslations('call')
  const locale = useLocale()
  const { received, approximate } = call.applications
  const about = (count: number) => (approximate ? t('facts.about', { count: formatNumber(count, locale) }) : formatNumber(count, locale))
  return (
    <li className="keep border-b border-rule py-7">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-small text-soft">
        <CallState call={call} />
        {call.edition !== null && <span>{t('edition', { edition: call.edition })}</span>}
      </p>
      <h3 className="mt-2 max-w-[34ch] font-serif text-h2 font-medium">
        <Link href={`/calls/${call.slug}`} className="no-underline hover:underline">
          {inLocale(call.title, locale)}
        </Link>
      </h3>
      <p className="mt-2">
        <CallPeriod call={call} />
      </p>
      {call.target.text && <p className="mt-1 max-w-measure text-soft">{inLocale(call.target.text, locale)}</p>}
      <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-small text-soft">
        {received !== null && (
          <li>
            {about(received)} {t('facts.applications', { count: received })}
          </li>
        )}
        <li>
          {formatNumber(call.challenges.length, locale)} {t('facts.challenges', { count: call.challenges.length })}
        </li>
        <li>
          {formatNumber(call.partners.length, locale)} {t('facts.partners', { count: call.partners.length })}
        </li>
        {!call.external && (
          <li>
            {formatNumber(call.laureates.length, locale)} {t(call.laureatesComplete ? 'facts.laureatesComplete' : 'facts.laureates', { count: call.laureates.length })}
          </li>
        )}
      </ul>
    </li>
  )
}

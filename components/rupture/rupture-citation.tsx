import { useLocale, useTranslations } from 'next-intl'
import { parisDate } from '#lib/domain/calendar.ts'
import { licence } from '#lib/domain/licence.ts'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicRupture } from '#lib/domain/public-rupture.ts'
import { formatDay } from '#lib/i18n/format.ts'
import { ExternalLink, Link } from '#components/ui/link.tsx'

/** How to cite the page and take its data. `permalink` has no language: it sends each reader to theirs. */
export function RuptureCitation({ rupture, permalink }: { rupture: PublicRupture; permalink: string }) {
  const t = useTranslations('rupture.citation')
  const locale = useLocale()
  return (
    <div className="max-w-measure space-y-4">
      <p className="border-s-2 border-line bg-wash px-4 py-3">
        {t('line', { title: inLocale(rupture.title, locale), version: rupture.version, day: formatDay(parisDate(new Date(rupture.publishedAt)), locale) })}{' '}
        <a href={permalink} className="break-all">
          {permalink}
        </a>
      </p>
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        <li>
          <a href={`/api/v1/ruptures/${rupture.slug}`} className="inline-flex min-h-10 items-center">
            {t('json')}
          </a>
        </li>
        <li>
          <a href="/data/estimates.csv" className="inline-flex min-h-10 items-center">
            {t('csv')}
          </a>
        </li>
        <li>
          <Link href="/open-data" className="inline-flex min-h-10 items-center">
            {t('openData')}
          </Link>
        </li>
      </ul>
      <p className="text-small text-soft">
        {t.rich('licence', { licence: () => <ExternalLink href={licence.url}>{licence.title}</ExternalLink> })}
      </p>
    </div>
  )
}

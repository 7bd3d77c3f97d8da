import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'
import { Logo } from '#components/site/logo.tsx'

const shelves = [
  { key: 'understand', links: ['ruptures', 'prioritisation', 'metrics', 'sources'] },
  { key: 'follow', links: ['initiatives', 'calls', 'selection', 'laureates', 'results'] },
  { key: 'portal', links: ['about', 'openData', 'accessibility', 'legal'] },
] as const

const addresses = {
  ruptures: '/ruptures',
  prioritisation: '/prioritisation',
  metrics: '/metrics',
  sources: '/sources',
  initiatives: '/initiatives',
  calls: '/calls',
  selection: '/selection',
  laureates: '/laureates',
  results: '/results',
  about: '/about',
  openData: '/open-data',
  accessibility: '/accessibility',
  legal: '/legal',
} as const

/** The bottom of every public page: every room, and whom to call when things are too heavy. */
export function SiteFooter() {
  const t = useTranslations('site.footer')
  return (
    <footer className="no-print mt-auto border-t border-rule bg-wash">
      <div className="mx-auto grid max-w-page gap-x-8 gap-y-8 px-4 py-10 sm:grid-cols-2 sm:px-6 lg:grid-cols-[1.4fr_1fr_1fr_1fr] lg:px-8 lg:py-14">
        <div className="max-w-[34ch]">
          <Logo />
          <p className="mt-3">{t('purpose')}</p>
          <p className="mt-3 text-small">{t.rich('help', { call: (words) => <a href="tel:3114">{words}</a> })}</p>
        </div>
        {shelves.map(({ key, links }) => (
          <nav key={key} aria-labelledby={`footer-${key}`}>
            <h2 id={`footer-${key}`} className="font-serif text-h3 font-medium">
              {t(`${key}.title`)}
            </h2>
            <ul className="mt-1">
              {links.map((link) => (
                <li key={link}>
                  <Link href={addresses[link]} className="inline-flex min-h-10 items-center no-underline hover:underline">
                    {t(`links.${link}`)}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        ))}
      </div>
    </footer>
  )
}

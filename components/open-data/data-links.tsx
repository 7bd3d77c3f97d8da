import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'

/** The same facts for programs: where this page's data are. `hrefs` are addresses outside any language. */
export function DataLinks({ title, links }: { title: string; links: readonly { href: string; label: string }[] }) {
  const t = useTranslations('open-data')
  return (
    <p className="mt-12 flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-rule pt-4 text-small text-soft">
      <span className="font-semibold">{title}</span>
      {links.map(({ href, label }) => (
        <Link key={href} href={href} className="py-1">
          {label}
        </Link>
      ))}
      <Link href="/open-data" className="py-1">
        {t('title')}
      </Link>
    </p>
  )
}

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Link } from '#components/ui/link.tsx'

/** Where the page stands: the pages above it, from the home page down. The page itself is the title below. */
export function Breadcrumb({ items }: { items: readonly { href: string; label: ReactNode }[] }) {
  const t = useTranslations('site')
  return (
    <nav aria-label={t('breadcrumb')} className="no-print mb-4 text-small text-soft">
      <ol className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {items.map(({ href, label }, index) => (
          <li key={href} className="flex items-center gap-x-2">
            {index > 0 && (
              <svg aria-hidden="true" width="14" height="8" viewBox="0 0 14 8" className="text-line">
                <path d="M0 4h4M10 4h4" stroke="currentColor" strokeWidth="2" />
              </svg>
            )}
            <Link href={href} className="py-1.5">
              {label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

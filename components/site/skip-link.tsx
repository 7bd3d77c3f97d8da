import { useTranslations } from 'next-intl'

/** The first thing the keyboard meets: over the header, straight to the page's own matter. */
export function SkipLink() {
  const t = useTranslations('site')
  return (
    <a
      href="#content"
      className="no-print absolute start-2 top-2 z-10 flex min-h-11 -translate-y-20 items-center rounded-md bg-ink px-4 font-semibold text-paper focus:translate-y-0"
    >
      {t('skip')}
    </a>
  )
}

'use client'

import { useParams } from 'next/navigation'
import { Failure } from '#components/site/failure.tsx'
import { defaultLocale, isLocale } from '#lib/i18n/locale.ts'

/** Shown in place of a page that failed in the browser, or that only a script may show. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const { locale } = useParams()
  return (
    <main id="content">
      <Failure locale={isLocale(locale) ? locale : defaultLocale} again={reset} digest={error.digest} />
    </main>
  )
}

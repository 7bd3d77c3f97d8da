'use client'

import { useSyncExternalStore } from 'react'
import { Failure } from '#components/site/failure.tsx'
import { fontClass } from '#components/site/fonts.ts'
import { errorWords } from '#lib/i18n/error-words.ts'
import { defaultLocale, type Locale } from '#lib/i18n/locale.ts'
import './globals.css'

const never = () => () => {}
const asked = (): Locale => (location.pathname.startsWith('/en') ? 'en' : defaultLocale)

/** The last resort, when even the frame of the page failed. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const locale = useSyncExternalStore(never, asked, () => defaultLocale)
  return (
    <html lang={locale} className={fontClass}>
      <body className="font-sans">
        <title>{errorWords[locale].title}</title>
        <main id="content">
          <Failure locale={locale} again={reset} digest={error.digest} />
        </main>
      </body>
    </html>
  )
}

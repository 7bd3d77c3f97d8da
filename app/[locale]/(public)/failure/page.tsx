import type { Metadata } from 'next'
import { getLocale } from 'next-intl/server'
import { headers } from 'next/headers'
import { Failure } from '#components/site/failure.tsx'
import { errorWords } from '#lib/i18n/error-words.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: errorWords[await getLocale()].title, robots: { index: false } }
}

/** The failure page as a page: the front server answers with it in place of a public page that failed. */
export default async function FailurePage() {
  const [locale, asked] = await Promise.all([getLocale(), headers()])
  return <Failure locale={locale} again={asked.get('x-portal-target') ?? `/${locale}`} />
}

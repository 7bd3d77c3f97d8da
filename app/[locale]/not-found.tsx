'use client'

import { useParams } from 'next/navigation'
import { useEffect } from 'react'
import { defaultLocale, isLocale } from '#lib/i18n/locale.ts'

/**
 * What a browser with script puts in place of a page that turns out not to be there: it goes to the page that says so. Whoever
 * asks for a document is answered by the front server in words; as an element they would travel with every page there is.
 */
export default function NotFoundPage() {
  const { locale } = useParams()
  useEffect(() => location.replace(`/${isLocale(locale) ? locale : defaultLocale}/nowhere`), [locale])
  return <main id="content" />
}

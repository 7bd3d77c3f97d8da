import type { Metadata } from 'next'
import { locales } from '#lib/i18n/locale.ts'
import { permalink } from '#lib/server/open-data/permalink.ts'

/** Title, description and translations of a public page. `path` is without language: "/calls/impact-1". */
export function publicMetadata(locale: string, path: string, { title, description }: { title: string; description: string }): Metadata {
  return {
    title,
    description,
    alternates: {
      canonical: permalink(`/${locale}${path}`),
      languages: Object.fromEntries([...locales.map((language) => [language, permalink(`/${language}${path}`)]), ['x-default', permalink(path)]]),
      types: { 'application/atom+xml': permalink(`/feed.atom?locale=${locale}`) },
    },
  }
}

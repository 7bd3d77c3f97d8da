import { useLocale, useTranslations } from 'next-intl'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import { Link } from '#components/ui/link.tsx'

export type NotedSource = { id: string; title: string; language: string; publisher: Localized; year: number | null }

/** The name of a source, in the language it was published in, leading to its page. */
export function SourceLink({ source }: { source: NotedSource }) {
  const locale = useLocale()
  return (
    <>
      <Link href={`/sources/${source.id}`} lang={source.language === locale ? undefined : source.language}>
        {source.title}
      </Link>
      , {inLocale(source.publisher, locale)}
      {source.year === null ? '' : `, ${source.year}`}
    </>
  )
}

/** "Source : title, publisher, year", under a figure. Without a source it says that none was found. */
export function SourceNote({ source }: { source: NotedSource | null }) {
  const t = useTranslations('site.source')
  return (
    <p className="text-small text-soft">
      {source === null ? t('none') : t.rich('note', { source: () => <SourceLink source={source} /> })}
    </p>
  )
}

import { useLocale } from 'next-intl'
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

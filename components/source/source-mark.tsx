import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import { Link } from '#components/ui/link.tsx'
import type { NotedSource } from '#components/ui/source-note.tsx'

/** Every source a page may name, by id. */
export type Sources = Readonly<Record<string, NotedSource>>

/** Who says so, in short: "L’Usine Digitale, 2022", leading to the source; what is in brackets is left to its page. */
export function SourceMark({ id, sources }: { id: string | null; sources: Sources }) {
  const t = useTranslations('source')
  const locale = useLocale()
  const source = id === null ? undefined : sources[id]
  if (source === undefined) return <span className="text-small italic text-soft">{t('noSource')}</span>
  const publisher = inLocale(source.publisher, locale).replace(/ \([^)]*\)$/, '')
  return (
    <Link href={`/sources/${source.id}`} className="text-small text-soft" title={source.title}>
      {source.year === null ? publisher : t('mark', { publisher, year: String(source.year) })}
    </Link>
  )
}

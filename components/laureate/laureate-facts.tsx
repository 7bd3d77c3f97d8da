import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicLaureate } from '#lib/domain/public-laureate.ts'
import { SourceMark, type Sources } from '#components/source/source-mark.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { Link } from '#components/ui/link.tsx'
import { Tag } from '#components/ui/tag.tsx'

/** Which call, which solution, who says so, and what not to confuse it with. */
export function LaureateFacts({ laureate, sources }: { laureate: PublicLaureate; sources: Sources }) {
  const t = useTranslations('laureate')
  const locale = useLocale()
  const items = [
    {
      name: t('call'),
      value: (
        <span className="inline-flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <Link href={`/calls/${laureate.call.slug}`}>{inLocale(laureate.call.title, locale)}</Link>
          {laureate.callIsInferred && <Tag tone="uncertain">{t('callInferred')}</Tag>}
        </span>
      ),
    },
    { name: t('source'), value: laureate.call.runHere ? <Link href={`/calls/${laureate.call.slug}/selection`}>{t('selection')}</Link> : <SourceMark id={laureate.sourceId} sources={sources} /> },
  ]
  return <DefinitionList items={laureate.note === null ? items : [...items, { name: t('caution'), value: inLocale(laureate.note, locale) }]} />
}

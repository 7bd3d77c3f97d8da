import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicLaureate } from '#lib/domain/public-laureate.ts'
import { Link } from '#components/ui/link.tsx'
import { Tag } from '#components/ui/tag.tsx'

/** The ruptures a laureate's solution is held to mend, marked where the link is our reading; or why there is none. */
export function MendedRuptures({ laureate: { ruptures, rupturesNote }, withNote = false }: { laureate: PublicLaureate; withNote?: boolean }) {
  const t = useTranslations('laureate')
  const locale = useLocale()
  const note = rupturesNote && <p className="mt-1.5 max-w-measure text-small text-soft">{inLocale(rupturesNote, locale)}</p>
  if (ruptures.length === 0) {
    return (
      <>
        <p className="font-note italic text-soft">{t('ruptures.none')}</p>
        {note}
      </>
    )
  }
  return (
    <>
      <ul className="space-y-1.5">
        {ruptures.map(({ slug, title, stage, isProposal }) => (
          <li key={slug} className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <Link href={`/ruptures/${slug}`}>{inLocale(title, locale)}</Link>
            <span className="text-small text-soft">{t(`stages.${stage}`)}</span>
            {isProposal && <Tag tone="uncertain">{t('ruptures.proposal')}</Tag>}
          </li>
        ))}
      </ul>
      {withNote && note}
    </>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicLaureate } from '#lib/domain/public-laureate.ts'
import { BridgeMark } from '#components/laureate/bridge-mark.tsx'
import { MendedRuptures } from '#components/laureate/mended-ruptures.tsx'
import { SourceMark, type Sources } from '#components/source/source-mark.tsx'
import { Link } from '#components/ui/link.tsx'
import { Tag } from '#components/ui/tag.tsx'

/** A laureate in a list: its solution, the ruptures it is held to mend, and that nothing was measured yet. */
export function LaureateCard({ laureate, sources }: { laureate: PublicLaureate; sources: Sources }) {
  const t = useTranslations('laureate')
  const locale = useLocale()
  return (
    <li className="keep grid gap-x-6 gap-y-2 border-b border-rule py-6 sm:grid-cols-[5rem_1fr]">
      <BridgeMark />
      <div>
        <h3 className="font-serif text-h3 font-medium">
          <Link href={`/laureates/${laureate.slug}`} className="no-underline hover:underline">
            {laureate.name}
          </Link>{' '}
          {laureate.demonstration && <Tag tone="uncertain">{t('demonstration')}</Tag>}
        </h3>
        <p className="mt-1 max-w-measure">
          {inLocale(laureate.solution, locale)} {laureate.call.runHere ? null : <SourceMark id={laureate.solutionSourceId ?? laureate.sourceId} sources={sources} />}
        </p>
        <div className="mt-3">
          <MendedRuptures laureate={laureate} />
        </div>
        <p className="mt-3 font-note italic text-soft">{t('results.none')}</p>
      </div>
    </li>
  )
}

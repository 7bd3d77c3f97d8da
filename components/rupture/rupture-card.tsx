import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicLaureate } from '#lib/domain/public-laureate.ts'
import type { PublicRupture } from '#lib/domain/public-rupture.ts'
import { headCount, sizeInPeople } from '#lib/domain/rupture.ts'
import { GapMark } from '#components/pathway/gap-mark.tsx'
import { EvidenceMark } from '#components/rupture/evidence-mark.tsx'
import { Figure } from '#components/rupture/figure.tsx'
import { Link } from '#components/ui/link.tsx'
import { Tag } from '#components/ui/tag.tsx'

/** A rupture in the list: its gap, what breaks, for whom, how many, how sure, and who builds a bridge over it. */
export function RuptureCard({ rupture, laureates, largest }: { rupture: PublicRupture; laureates: readonly PublicLaureate[]; largest: number }) {
  const t = useTranslations('rupture')
  const locale = useLocale()
  const count = headCount(rupture.estimates)
  const found = rupture.estimates.filter(({ quantified }) => quantified).length
  return (
    <li className="keep grid gap-x-6 gap-y-2 border-b border-rule py-6 sm:grid-cols-[8rem_1fr]">
      <GapMark id={`gap-${rupture.slug}`} people={sizeInPeople(rupture.estimates)} largest={largest} bridged={laureates.length > 0} />
      <div>
        <h3 className="text-h3 font-semibold leading-snug">
          <Link href={`/ruptures/${rupture.slug}`} className="no-underline hover:underline">
            {inLocale(rupture.title, locale)}
          </Link>
        </h3>
        <p className="mt-1.5 max-w-measure">{inLocale(rupture.summary, locale)}</p>
        <p className="mt-1.5 text-small text-soft">{t('card.for', { population: inLocale(rupture.population, locale) })}</p>
        <p className="mt-2.5 flex flex-wrap items-center gap-x-3 gap-y-1">
          {count?.quantified ? <Figure estimate={count} className="font-bold text-rupture-ink" /> : <span className="font-note italic text-soft">{t('card.notQuantified')}</span>}
          {count?.quantified && count.evidence && <EvidenceMark grade={count.evidence} />}
          {count?.quantified && !rupture.comparable && <Tag tone="uncertain">{t(`sizeKind.${count.sizeKind ?? 'other'}`)}</Tag>}
        </p>
        <p className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1 text-small text-soft">
          <Link href={`/ruptures/${rupture.slug}#figures`}>{t('card.figures', { count: found })}</Link>
          <Link href={`/ruptures/${rupture.slug}#sources`}>{t('card.sources', { count: rupture.sourceIds.length })}</Link>
          {rupture.field !== 'sante-mentale' && <span>{t(`fields.${rupture.field}`)}</span>}
          {laureates.map(({ slug, name }) => (
            <Link key={slug} href={`/laureates/${slug}`} className="font-semibold text-bridge-ink">
              {t('card.bridge', { name })}
            </Link>
          ))}
        </p>
      </div>
    </li>
  )
}

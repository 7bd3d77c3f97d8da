import { useLocale, useTranslations } from 'next-intl'
import type { Gap } from '#lib/domain/pathway-map.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { headCount } from '#lib/domain/rupture.ts'
import { bridging, type Pathway } from '#components/pathway/map-input.ts'
import { PathwayRail } from '#components/pathway/pathway-rail.tsx'
import { EvidenceMark } from '#components/rupture/evidence-mark.tsx'
import { Figure } from '#components/rupture/figure.tsx'
import { Link } from '#components/ui/link.tsx'

/** One rupture of the map in words: its title, how many people, how sure, and who builds a bridge over it. */
export function PathwayEntry({ gap, pathway }: { gap: Gap; pathway: Pathway }) {
  const t = useTranslations('home.map')
  const locale = useLocale()
  const rupture = pathway.ruptures.find(({ slug }) => slug === gap.rupture)
  if (rupture === undefined) return null
  const count = headCount(rupture.estimates)
  const laureates = bridging(pathway.laureates, rupture.slug)
  return (
    <li className={`pathway-entry n${gap.number} relative grid grid-cols-[2.75rem_1fr] lg:grid-cols-[1.9rem_1fr] lg:border-b lg:border-rule lg:py-3`}>
      <div className="flex flex-col lg:hidden">
        <span className="ms-3 h-5 w-[5px] bg-line" />
        <PathwayRail id={`hatch-${gap.number}`} height={gap.to - gap.from} quantified={gap.size !== null} bridged={laureates.length > 0} />
        <span className="ms-3 w-[5px] grow bg-line" />
      </div>
      <span aria-hidden="true" className="hidden text-small leading-6 text-soft lg:block">
        {gap.number}
      </span>
      <div className="border-b border-rule pb-4 pt-3 lg:border-0 lg:p-0">
        <h3 className="font-semibold leading-snug">
          <Link href={`/ruptures/${rupture.slug}`} className="block py-0.5 no-underline hover:underline">
            {inLocale(rupture.title, locale)}
          </Link>
        </h3>
        <p className="mt-0.5 text-small">
          {count?.quantified ? (
            <>
              <Figure estimate={count} className="font-bold text-rupture-ink" /> {count.evidence && <EvidenceMark grade={count.evidence} bare />}
              {gap.size === null && <span className="block text-soft">{t(`notPeople.${count.sizeKind ?? 'other'}`)}</span>}
            </>
          ) : (
            <span className="font-note italic text-soft">{t('notQuantified')}</span>
          )}
        </p>
        {laureates.map(({ slug, name }) => (
          <p key={slug} className="mt-0.5 text-small">
            <Link href={`/laureates/${slug}`} className="inline-flex items-center gap-1.5 py-0.5 font-semibold text-bridge-ink no-underline hover:underline">
              <svg aria-hidden="true" width="14" height="8" viewBox="0 0 14 8">
                <path d="M1 7.5C3 2.5 5 1.2 7 1.2s4 1.3 6 6.3" fill="none" strokeWidth="2" className="stroke-bridge" />
              </svg>
              {name}
            </Link>
          </p>
        ))}
      </div>
    </li>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import { layOut } from '#lib/domain/pathway-map.ts'
import { Hatch } from '#components/chart/hatch.tsx'
import { mapInput, type Pathway } from '#components/pathway/map-input.ts'
import { Link } from '#components/ui/link.tsx'

const measures = { length: 420, lead: 12, slot: 11, join: 4, hatch: 6, least: 2, mostShare: 0.08, titleWidth: () => 0 }
const base = 24

/** Where a rupture stands on its pathway: the whole line small, its own gap marked, and the neighbours to go on to. */
export function PathwayStrip({ pathway, slug }: { pathway: Pathway; slug: string }) {
  const t = useTranslations('rupture.strip')
  const locale = useLocale()
  const map = layOut(mapInput(pathway, locale), measures)
  const here = map.gaps.find(({ rupture }) => rupture === slug)
  if (here === undefined) return null
  const order = [...map.gaps].sort((a, b) => a.number - b.number)
  const neighbour = (step: number) => pathway.ruptures.find((it) => it.slug === order[here.number - 1 + step]?.rupture)
  const [before, after] = [neighbour(-1), neighbour(1)]
  const stage = pathway.stages.find((it) => it.slug === here.stage)
  return (
    <nav aria-label={t('label')} className="no-print">
      <svg aria-hidden="true" viewBox={`-8 0 ${map.length + 16} 40`} className="block h-auto w-full max-w-[44rem]">
        <Hatch id="strip-hatch" />
        {map.segments.map(({ from, to }) => (
          <path key={from} d={`M${from} ${base}H${to}`} strokeWidth="3" className="stroke-line" />
        ))}
        {map.stations.map(({ stage: own, at }) => (
          <circle key={own} cx={at} cy={base} r="3.5" strokeWidth="2" className="fill-paper stroke-line" />
        ))}
        {map.gaps.map((gap) =>
          gap.size === null ? (
            <rect key={gap.rupture} x={gap.from} y={base - 3} width={gap.to - gap.from} height="6" fill="url(#strip-hatch)" />
          ) : (
            <path key={gap.rupture} d={`M${gap.from} ${base - 5}v10M${gap.to} ${base - 5}v10`} strokeWidth="1.2" className="stroke-rupture" />
          ),
        )}
        <path d={`M${here.middle} ${base - 8}l-5 -9h10z`} className="fill-rupture" />
        <rect x={Math.min(here.from, here.middle - 5) - 1} y={base - 8} width={Math.max(here.to - here.from, 10) + 2} height="16" rx="2" fill="none" strokeWidth="1.8" className="stroke-rupture" />
      </svg>
      <p className="mt-1 text-small text-soft">{stage && t('position', { stage: inLocale(stage.title, locale), number: here.number, count: map.gaps.length })}</p>
      <p className="mt-1 flex flex-wrap gap-x-6 text-small">
        {before && (
          <Link href={`/ruptures/${before.slug}`} rel="prev" className="inline-flex min-h-10 items-center">
            ← {inLocale(before.title, locale)}
          </Link>
        )}
        {after && (
          <Link href={`/ruptures/${after.slug}`} rel="next" className="inline-flex min-h-10 items-center">
            {inLocale(after.title, locale)} →
          </Link>
        )}
      </p>
    </nav>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { type Arch, archLabels, archMeasures, archPath, arches } from '#lib/domain/pathway-arch.ts'
import type { Gap, PathwayMap } from '#lib/domain/pathway-map.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { localisedHref } from '#lib/i18n/address.ts'
import { formatNumber } from '#lib/i18n/format.ts'
import { Hatch } from '#components/chart/hatch.tsx'
import { mapInput, type Pathway } from '#components/pathway/map-input.ts'

const margin = 8
const titles = 22
/** Stations stand a little inside their stage, clear of the last bridge of the one before. */
const inside = 9
const measures = { ...archMeasures, foot: 5, rise: 30, labelWidth: (name: string) => name.length * 7.6 }

/**
 * The map across a wide screen. It repeats in a picture what the entries below say in words, so it is left out of the
 * keyboard's way and of the reading order; a mouse may still follow each gap.
 */
export function PathwayLine({ map, pathway }: { map: PathwayMap; pathway: Pathway }) {
  const locale = useLocale()
  const over = arches(map, mapInput(pathway, locale).ruptures, measures)
  const labels = archLabels(over, map.length, measures)
  const top = Math.max(measures.rise, ...labels.map((label) => label.top))
  const base = titles + 22 + top
  const titleOf = new Map(pathway.ruptures.map(({ slug, title }) => [slug, inLocale(title, locale)]))
  return (
    <svg aria-hidden="true" viewBox={`${-margin} 0 ${map.length + 2 * margin} ${base + 62}`} className="block h-auto w-full">
      <Hatch id="pathway-hatch" />
      {map.gaps.map((gap) => (
        <rect key={gap.rupture} {...reach(map, gap)} y={titles + 12} height={base + 26 - titles} className={`pathway-band n${gap.number}`} />
      ))}
      {map.stations.map(({ stage, title, at }) => (
        <g key={stage}>
          <text x={at + inside - 7} y={titles - 4} className="fill-ink font-serif text-h3 font-medium">
            {title}
          </text>
          <path d={`M${at + inside} ${titles + 8}V${base}`} className="stroke-rule" />
        </g>
      ))}
      <g className="pathway-draw">
        {map.segments.map(({ from, to }) => (
          <path key={from} d={`M${from} ${base}H${to}`} strokeWidth="5" className="stroke-line" />
        ))}
        {map.stations.map(({ stage, at }) => (
          <circle key={stage} cx={at + inside} cy={base} r="6.5" strokeWidth="3.5" className="fill-paper stroke-line" />
        ))}
      </g>
      {map.gaps.map((gap) => (
        <a key={gap.rupture} href={localisedHref(`/ruptures/${gap.rupture}`, locale)} tabIndex={-1} className={`pathway-gap n${gap.number}`}>
          <title>{titleOf.get(gap.rupture)}</title>
          <rect {...reach(map, gap)} y={titles + 12} height={base + 26 - titles} fill="transparent" />
          <GapMark gap={gap} base={base} />
          {over.filter(({ rupture }) => rupture === gap.rupture).map((arch) => (
            <Bridge key={arch.laureate} arch={arch} base={base} measured={pathway.measured?.includes(`${arch.laureate} ${arch.rupture}`) ?? false} />
          ))}
          <text x={gap.middle} y={base + 28} textAnchor="middle" className="pathway-number">
            {gap.number}
          </text>
        </a>
      ))}
      {labels.map((label) => (
        <text
          key={label.laureate}
          x={(label.from + label.to) / 2}
          y={base - label.bottom - 3}
          textAnchor="middle"
          className={`pathway-name n${map.gaps.find(({ rupture }) => rupture === label.rupture)?.number}`}
        >
          {label.name}
        </text>
      ))}
      <ScaleBar map={map} y={base + 52} />
    </svg>
  )
}

function ScaleBar({ map: { scaleBar, length }, y }: { map: PathwayMap; y: number }) {
  const t = useTranslations('home.map.legend')
  const locale = useLocale()
  if (scaleBar === null) return null
  return (
    <g>
      <path d={`M${length} ${y - 6}v12M${length} ${y}h${-scaleBar.length}M${length - scaleBar.length} ${y - 6}v12`} fill="none" strokeWidth="1.5" className="stroke-soft" />
      <text x={length - scaleBar.length - 10} y={y + 4.5} textAnchor="end" className="pathway-number">
        {t('scale', { people: formatNumber(scaleBar.people, locale) })}
      </text>
    </g>
  )
}

function GapMark({ gap, base }: { gap: Gap; base: number }) {
  if (gap.size === null) {
    return <rect x={gap.from} y={base - 8} width={gap.to - gap.from} height="16" rx="2" fill="url(#pathway-hatch)" strokeDasharray="3 2" className="stroke-rupture" />
  }
  return <path d={`M${gap.from} ${base - 12}v24M${gap.to} ${base - 12}v24`} strokeWidth="3" className="stroke-rupture" />
}

function Bridge({ arch, base, measured }: { arch: Arch; base: number; measured: boolean }) {
  return <path d={archPath(arch, base, 'horizontal')} fill="none" strokeWidth={measured ? 6.5 : 3} strokeLinecap="round" pathLength="1" className="pathway-arch stroke-bridge" />
}

/** The part of the line that belongs to a gap: up to halfway to its neighbours. */
function reach({ gaps, length }: PathwayMap, gap: Gap): { x: number; width: number } {
  const index = gap.number - 1
  const from = ((gaps[index - 1]?.to ?? 0) + gap.from) / 2
  const to = (gap.to + (gaps[index + 1]?.from ?? length)) / 2
  return { x: from, width: to - from }
}

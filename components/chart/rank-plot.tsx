const width = 150
const middle = 7

type Props = { of: number; cut: number; band: { from: number; to: number } | null; low: number; high: number; rank: number }

/**
 * Where a rank may lie, from first (left) to last: a bar from its best to its worst, a dot where it officially is, the cut
 * as a line and the ranks it cannot tell apart shaded. Decorative: the words beside it say the same.
 */
export function RankPlot({ of, cut, band, low, high, rank }: Props) {
  const at = (value: number) => Math.round(((value - 0.5) / Math.max(1, of)) * width * 10) / 10
  return (
    <svg aria-hidden="true" viewBox={`-4 0 ${width + 8} 14`} className="block h-3.5 w-[9.5rem]">
      {band && <path d={`M${at(band.from - 0.5)} 0H${at(band.to + 0.5)}V14H${at(band.from - 0.5)}z`} className="fill-uncertain" fillOpacity="0.18" />}
      {cut < of && cut > 0 && <path d={`M${at(cut + 0.5)} 0v14`} strokeWidth="1.5" strokeDasharray="2 2" className="stroke-rupture" />}
      <path d={`M${at(low)} ${middle}H${at(high)}`} strokeWidth="4" strokeLinecap="round" strokeOpacity="0.5" className="stroke-line" />
      <circle cx={at(rank)} cy={middle} r="3.5" className="fill-line" />
    </svg>
  )
}

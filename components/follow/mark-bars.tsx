const [width, height] = [14, 26]

/** How often each mark from 1 to 5 was given, as bars; `label` tells the same in words. */
export function MarkBars({ marks, label }: { marks: readonly number[]; label: string }) {
  const most = Math.max(...marks, 1)
  return (
    <svg role="img" aria-label={label} width={marks.length * width} height={height + 1}>
      {marks.map((count, index) => (
        // A mark's place on the scale never moves.
        <rect key={`${index}`} x={index * width + 1} width={width - 2} y={height - (count / most) * height} height={(count / most) * height} className="fill-line" />
      ))}
      <line x1="0" x2={marks.length * width} y1={height + 0.5} y2={height + 0.5} className="stroke-edge" />
    </svg>
  )
}

/** The pattern of what is not known: thin slanted strokes of the rupture's colour. Use as `fill="url(#id)"`. */
export function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M2.5 0v5" strokeWidth="1.2" className="stroke-rupture" />
      </pattern>
    </defs>
  )
}

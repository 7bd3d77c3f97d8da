/** A gap in the line with a bridge over it: dashed as long as nothing has been measured. Decorative. */
export function BridgeMark({ measured = false }: { measured?: boolean }) {
  return (
    <svg aria-hidden="true" width="72" height="36" viewBox="0 0 72 36" className="shrink-0">
      <path d="M0 27h20M52 27h20" strokeWidth="5" className="stroke-line" />
      <path d="M20 18v18M52 18v18" strokeWidth="3" className="stroke-rupture" />
      <path d="M14 25C24 2 48 2 58 25" fill="none" strokeWidth="3" strokeLinecap="round" strokeDasharray={measured ? undefined : '1 6'} className="stroke-bridge" />
    </svg>
  )
}

/** The pathway, a break in it, and a bridge over the break. Decorative: the name stands beside it. */
export function Logo({ className = '' }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 46 18" width="46" height="18" className={className}>
      <path d="M1 14h13M32 14h13" fill="none" strokeWidth="4" className="stroke-line" />
      <path d="M10 12.5C14 4.5 17.5 2 23 2s9 2.5 13 10.5" fill="none" strokeWidth="2.5" strokeLinecap="round" className="stroke-bridge" />
    </svg>
  )
}

/** A line with a gap and nothing over it: for pages that are not there. Decorative. */
export function BrokenLine() {
  return (
    <svg aria-hidden="true" viewBox="0 0 480 48" className="block h-auto w-full max-w-[34rem]">
      <path d="M0 26H196M284 26H480" strokeWidth="5" className="stroke-line" />
      <circle cx="8" cy="26" r="6.5" strokeWidth="3.5" className="fill-paper stroke-line" />
      <circle cx="472" cy="26" r="6.5" strokeWidth="3.5" className="fill-paper stroke-line" />
      <path d="M196 12v28M284 12v28" strokeWidth="3" className="stroke-rupture" />
    </svg>
  )
}

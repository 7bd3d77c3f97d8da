import type { ReactNode } from 'react'

/** Something to open by those who want it, without script: the table behind a picture, a long note. `plain` inside something that has lines of its own. */
export function Disclosure({ id, summary, open = false, plain = false, children }: { id?: string; summary: ReactNode; open?: boolean; plain?: boolean; children: ReactNode }) {
  return (
    <details id={id} open={open} className={`group ${plain ? '' : 'border-y border-rule'}`}>
      <summary className="flex min-h-11 list-none items-center gap-3 py-2 font-semibold [&::-webkit-details-marker]:hidden">
        <svg aria-hidden="true" width="12" height="12" viewBox="0 0 12 12" className="shrink-0 text-line group-open:rotate-90">
          <path d="M3 1l6 5-6 5" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
        {summary}
      </summary>
      <div className="pb-6 pt-2">{children}</div>
    </details>
  )
}

import type { ReactNode } from 'react'

/** Nothing here yet: says so, what comes next and who must act. */
export function EmptyState({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="max-w-measure border-s-2 border-dashed border-edge py-1 ps-5">
      <p className="font-serif text-h3 font-medium">{title}</p>
      {children && <div className="mt-1 space-y-2 text-soft">{children}</div>}
    </div>
  )
}

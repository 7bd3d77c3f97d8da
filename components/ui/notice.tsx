import type { ReactNode } from 'react'

export type NoticeTone = 'plain' | 'uncertain' | 'stop' | 'done'

const tones: Record<NoticeTone, string> = {
  plain: 'border-line bg-wash',
  uncertain: 'border-uncertain bg-uncertain-wash',
  stop: 'border-rupture bg-wash',
  done: 'border-bridge bg-wash',
}

/** Something the reader must not miss. The title carries the meaning; the colour only repeats it. */
export function Notice({ tone = 'plain', title, role, children }: { tone?: NoticeTone; title?: ReactNode; role?: 'alert' | 'status'; children?: ReactNode }) {
  return (
    <div role={role} className={`keep max-w-measure border-s-4 px-4 py-3 ${tones[tone]}`}>
      {title && <p className="font-semibold">{title}</p>}
      {children && <div className="space-y-2">{children}</div>}
    </div>
  )
}

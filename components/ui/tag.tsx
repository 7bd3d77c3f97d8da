import type { ReactNode } from 'react'

export type TagTone = 'plain' | 'line' | 'rupture' | 'bridge' | 'uncertain'

const tones: Record<TagTone, string> = {
  plain: 'border-edge text-soft',
  line: 'border-line text-line',
  rupture: 'border-rupture text-rupture-ink',
  bridge: 'border-bridge text-bridge-ink',
  uncertain: 'border-uncertain text-uncertain-ink',
}

/** A short word about a thing, in a thin frame. */
export function Tag({ tone = 'plain', children }: { tone?: TagTone; children: ReactNode }) {
  return <span className={`inline-block rounded-sm border px-1.5 py-px text-small leading-5 ${tones[tone]}`}>{children}</span>
}

/** The colours of the portal, by what they mean. */
export type Tone = 'ink' | 'soft' | 'rule' | 'edge' | 'line' | 'bridge' | 'rupture' | 'uncertain' | 'paper'

/** A stroke or an area (SVG path data), a disc, or a few characters; lengths are points from the top left. */
export type Shape =
  | { path: string; stroke?: Tone; thick?: number; dash?: string; fill?: Tone; faint?: true }
  | { disc: readonly [x: number, y: number, radius: number]; stroke?: Tone; thick?: number; fill?: Tone }
  | { label: string; at: readonly [x: number, y: number]; anchor: 'start' | 'middle' | 'end'; tone: Tone }

/** A picture as plain data. `alt` says it to who listens; null where the words beside it say the same. */
export type Drawing = { width: number; height: number; shapes: readonly Shape[]; alt: string | null }

/** Lengths to a tenth of a point: the same drawing is the same bytes. */
export function tenth(length: number): number {
  return Math.round(length * 10) / 10
}

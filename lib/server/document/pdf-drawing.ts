import { createElement, type ReactElement } from 'react'
import type { Drawing, Shape } from '#lib/server/document/drawing.ts'
import { many } from '#lib/server/document/pdf-element.ts'
import { stacks } from '#lib/server/document/pdf-fonts.ts'
import { type Look, tones } from '#lib/server/document/pdf-look.ts'

const none = 'none'

/** A picture in its own size: a figure with its alternative, or decoration beside words that say the same. */
export function drawingElement({ width, height, shapes, alt }: Drawing, style: Look = {}): ReactElement {
  const tag = alt === null ? { role: 'Artifact' as const } : { role: 'Figure' as const, alt }
  const svg = createElement('SVG', { viewBox: `0 0 ${width} ${height}`, width, height } as object, many(shapes.map(shapeElement)))
  return createElement('VIEW', { style: [style, { width, height }], tag } as object, svg)
}

function shapeElement(shape: Shape): ReactElement {
  if ('label' in shape) {
    const { label, at: [x, y], anchor, tone } = shape
    return createElement('TEXT', { x, y, textAnchor: anchor, fill: tones[tone], style: { fontSize: 6.5, fontFamily: stacks.text } } as object, label)
  }
  const { stroke, thick = 1, fill } = shape
  const paint = { stroke: stroke === undefined ? none : tones[stroke], strokeWidth: thick, fill: fill === undefined ? none : tones[fill] }
  if ('disc' in shape) {
    const [cx, cy, r] = shape.disc
    return createElement('CIRCLE', { cx, cy, r, ...paint } as object)
  }
  const { path, dash, faint } = shape
  return createElement('PATH', { d: path, ...paint, ...(dash && { strokeDasharray: dash }), ...(faint && { strokeOpacity: 0.45 }) } as object)
}

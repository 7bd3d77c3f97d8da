'use client'
import { fill, useView } from '#components/draft/editor-context.ts'
import { useEditor } from '#components/draft/editor-context.ts'
import type { GridCriterion, GridWords } from '#components/evaluation/grid-words.ts'
import { type Sync, shown } from '#lib/domain/draft-sync.ts'
import { markIn } from '#lib/domain/evaluation-marks.ts'
import { totalOf } from '#lib/domain/evaluation-total.ts'

/** What the fields of an evaluation hold on screen. */
export function contentOf(sync: Sync, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, shown(sync, field)]))
}

/** The total so far, and how it comes about, in figures and in words. */
export function LiveTotal({ criteria, words: { grid } }: { criteria: readonly GridCriterion[]; words: GridWords }) {
  const { locale } = useEditor()
  const content = useView(({ sync }) => contentOf(sync, criteria.map(({ field }) => field)))
  const { value, weight, counted, of } = totalOf(content, criteria)
  const number = (it: number) => new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(it)
  const terms = criteria.flatMap(({ id, weight: its }) => {
    const mark = markIn(content, id)
    return mark === undefined || mark === null ? [] : [`${mark} × ${its}`]
  })
  return (
    <div className="border-t-2 border-line pt-3">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-semibold">{counted === of ? grid.totalDone : grid.total}</span>
        <output className="font-serif text-h2 font-medium tabular-nums" data-total>{value === null ? '–' : number(value)}</output>
      </p>
      <p className="text-small text-soft tabular-nums">{value === null ? grid.totalNone : fill(grid.formula, { terms: terms.join(' + '), weight, total: number(value) })}</p>
      <p className="text-small text-soft">{grid.formulaWords} {grid.leaveOut} {fill(grid.counted, { counted, of })}</p>
    </div>
  )
}

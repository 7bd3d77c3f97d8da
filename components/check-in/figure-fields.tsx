'use client'
import type { CheckInWords, FigureView } from '#components/check-in/check-in-views.ts'
import { DraftField } from '#components/draft/draft-field.tsx'
import { Heading } from '#components/ui/heading.tsx'

/** One figure of each metric due, with where it was beside it. */
export function FigureFields({ figures, words }: { figures: readonly FigureView[]; words: CheckInWords }) {
  return (
    <section aria-labelledby="figures" className="space-y-6">
      <div>
        <Heading as={2} id="figures">{words.figures}</Heading>
        <p className="mt-1 max-w-measure text-soft">{figures.length === 0 ? words.noFigures : words.figuresHint}</p>
      </div>
      {figures.map(({ id, name, parts, beside }) => (
        <fieldset key={id} className="border-t border-rule pt-4">
          <legend className="float-left w-full font-semibold">{name}</legend>
          <p className="clear-both text-small text-soft tabular-nums">{beside.join(' · ')}</p>
          <div className="grid max-w-measure gap-x-6 gap-y-3 pt-2 sm:grid-cols-2">{parts.map((view) => <DraftField key={view.name} view={view} />)}</div>
        </fieldset>
      ))}
    </section>
  )
}

'use client'
import type { CheckInWords, ProgressView } from '#components/check-in/check-in-views.ts'
import { SelectControl } from '#components/draft/choice-control.tsx'
import { DraftField } from '#components/draft/draft-field.tsx'
import { useField } from '#components/draft/editor-context.ts'
import { FieldFrame } from '#components/draft/field-frame.tsx'
import type { FieldView } from '#components/draft/field-view.ts'
import { Heading } from '#components/ui/heading.tsx'

type Props = { milestones: readonly ProgressView[]; words: CheckInWords; isFirst: boolean }

/** How far each milestone is, and a word about it. */
export function ProgressFields({ milestones, words, isFirst }: Props) {
  return (
    <section aria-labelledby="progress" className="space-y-6">
      <div>
        <Heading as={2} id="progress">{words.progress}</Heading>
        <p className="mt-1 text-soft">{milestones.length === 0 ? words.noMilestones : isFirst ? words.progressHintFirst : words.progressHint}</p>
      </div>
      {milestones.map(({ id, title, due, state, note, lastNote }) => (
        <fieldset key={id} className="border-t border-rule pt-4">
          <legend className="float-left w-full font-semibold">{title} <span className="text-small font-normal text-soft">({due})</span></legend>
          <div className="clear-both grid max-w-[56rem] gap-x-6 gap-y-3 pt-2 md:grid-cols-[14rem_minmax(0,1fr)]">
            <SelectField view={state} />
            <div>
              <DraftField view={note} />
              {lastNote && <p className="mt-1 max-w-measure text-small text-soft">{lastNote}</p>}
            </div>
          </div>
        </fieldset>
      ))}
    </section>
  )
}

/** A choice to open, however few there are: a month of milestones stays short on a phone. */
export function SelectField({ view }: { view: FieldView }) {
  const state = useField(view.name)
  return <FieldFrame view={view} state={state}><SelectControl view={view} state={state} /></FieldFrame>
}

'use client'
import { useField, useView } from '#components/draft/editor-context.ts'
import { FieldFrame } from '#components/draft/field-frame.tsx'
import type { FieldView } from '#components/draft/field-view.ts'
import { TextControl } from '#components/draft/text-control.tsx'
import { contentOf } from '#components/evaluation/live-total.tsx'
import type { GridCriterion } from '#components/evaluation/grid-words.ts'
import { isExtreme } from '#lib/domain/evaluation-marks.ts'

/** One of the two comments, with who reads it; the jury is owed one where a mark is at an end of the scale. */
export function CommentField({ view, criteria }: { view: FieldView; criteria: readonly GridCriterion[] }) {
  const state = useField(view.name)
  const isOwed = useView(({ sync }) => view.name === 'commentToJury' && isExtreme(contentOf(sync, criteria.map(({ field }) => field)), criteria))
  const asked = { ...view, isRequired: isOwed }
  return <FieldFrame view={asked} state={state}><TextControl view={asked} state={state} /></FieldFrame>
}

'use client'
import { useEffect, useRef } from 'react'
import { fill, focusField } from '#components/draft/editor-context.ts'
import type { GridCriterion, GridWords } from '#components/evaluation/grid-words.ts'
import type { Notice } from '#components/evaluation/use-submission.ts'
import { Button } from '#components/ui/button.tsx'
import { fieldAnchor } from '#lib/domain/field-name.ts'

type Props = { notice: Notice | null; isSending: boolean; criteria: readonly GridCriterion[]; words: GridWords; hasNext: boolean; showsColleagues: boolean }

/** What submitting means, what keeps it from being done, and the way on. */
export function SubmitSection({ notice, isSending, criteria, words: { submit }, hasNext, showsColleagues }: Props) {
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (notice && notice.kind !== 'saved') summary.current?.focus()
  }, [notice])
  const gap = ({ field, code }: Notice['gaps'][number]) => {
    if (field === 'commentToApplicant') return submit.overApplicant
    if (field === 'commentToJury') return code === 'extreme' ? submit.extreme : submit.overJury
    return fill(submit.missing, { criterion: criteria.find((each) => each.field === field)?.name ?? '' })
  }
  return (
    <div className="space-y-3">
      <div ref={summary} tabIndex={-1} role="alert">
        {notice && (
          <div className={`border-s-4 bg-wash px-4 py-3 ${notice.kind === 'saved' ? 'border-bridge' : 'border-rupture'}`}>
            <p className="font-semibold">{submit[notice.kind]}</p>
            {notice.gaps.length > 0 && (
              <ul className="list-disc ps-5">
                {notice.gaps.map((each) => (
                  <li key={each.field}>
                    <a href={`#${fieldAnchor(each.field)}`} className="inline-block py-1" onClick={(event) => {
                      event.preventDefault()
                      focusField(fieldAnchor(each.field))
                    }}>{gap(each)}</a>
                  </li>
                ))}
              </ul>
            )}
          </div>
        )}
      </div>
      <p className="text-small text-soft">{showsColleagues ? submit.consequence : submit.consequenceAlone}</p>
      <div className="no-print flex flex-wrap gap-3">
        {hasNext && <Button type="submit" tone="primary" name="intent" value="submit-next" data-next="" aria-disabled={isSending}>{submit.submitNext}</Button>}
        <Button type="submit" tone={hasNext ? 'secondary' : 'primary'} name="intent" value="submit" aria-disabled={isSending}>{submit.submit}</Button>
        <noscript><button type="submit" name="intent" value="save" className="min-h-11 px-2 underline">{submit.save}</button></noscript>
      </div>
      <p role="status" className="text-small">{isSending && submit.sending}</p>
    </div>
  )
}

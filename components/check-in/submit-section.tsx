'use client'
import { useEffect, useRef } from 'react'
import type { CheckInWords } from '#components/check-in/check-in-views.ts'
import type { Notice } from '#components/check-in/use-submission.ts'
import { focusField } from '#components/draft/editor-context.ts'
import { Button } from '#components/ui/button.tsx'
import { fieldAnchor } from '#lib/domain/field-name.ts'

type Props = { notice: Notice | null; isSending: boolean; words: CheckInWords }

/** What submitting means, and what keeps it from being done. */
export function SubmitSection({ notice, isSending, words }: Props) {
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (notice && notice.kind !== 'saved') summary.current?.focus()
  }, [notice])
  const gap = ({ field, code }: Notice['gaps'][number]) => {
    if (code === 'half') return words.gap.half
    return code === 'over-limit' ? words.gap.long : ((words.gap as Readonly<Record<string, string>>)[field] ?? words.gap.long)
  }
  return (
    <div className="space-y-3 border-t border-rule pt-6">
      <div ref={summary} tabIndex={-1} role="alert">
        {notice && (
          <div className={`border-s-4 bg-wash px-4 py-3 ${notice.kind === 'saved' ? 'border-bridge' : 'border-rupture'}`}>
            <p className="font-semibold">{words[notice.kind]}</p>
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
      <p className="max-w-measure text-small text-soft">{words.consequence}</p>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" tone="primary" name="intent" value="submit" aria-disabled={isSending}>{words.submit}</Button>
        <noscript><button type="submit" name="intent" value="save" className="min-h-11 px-2 underline">{words.save}</button></noscript>
      </div>
      <p role="status" className="text-small">{isSending && words.sending}</p>
    </div>
  )
}

'use client'
import type { CheckInViews, CheckInWords } from '#components/check-in/check-in-views.ts'
import { SelectField } from '#components/check-in/progress-fields.tsx'
import { DraftField } from '#components/draft/draft-field.tsx'
import { useView } from '#components/draft/editor-context.ts'
import { Heading } from '#components/ui/heading.tsx'
import { shown } from '#lib/domain/draft-sync.ts'

/** What is in the way, one ask, and how the project is; the reason is owed unless it is on track. */
export function AskFields({ views, words }: { views: CheckInViews; words: CheckInWords }) {
  const owesReason = useView(({ sync }) => !['on-track', null, undefined].includes(shown(sync, 'mood') as string | null | undefined))
  return (
    <>
      <section aria-labelledby="ask" className="space-y-6">
        <Heading as={2} id="ask">{words.askTitle}</Heading>
        <SelectField view={views.askTo} />
        <DraftField view={views.ask} />
      </section>
      <section aria-labelledby="state" className="space-y-6">
        <Heading as={2} id="state">{words.read.mood}</Heading>
        <DraftField view={views.mood} />
        <DraftField view={owesReason ? { ...views.moodReason, isRequired: true } : views.moodReason} />
        <div>
          <DraftField view={views.blockers} />
          {views.lastBlockers && <p className="mt-1 max-w-measure whitespace-pre-line text-small text-soft">{views.lastBlockers}</p>}
        </div>
      </section>
    </>
  )
}

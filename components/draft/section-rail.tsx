'use client'
import { useEffect, useRef, useState } from 'react'
import { fill, useDraftParts, useEditor } from '#components/draft/editor-context.ts'
import type { Section } from '#lib/domain/application.ts'
import { clashesOf, type Sync } from '#lib/domain/draft-sync.ts'
import { sectionAnchor } from '#lib/domain/field-name.ts'
import type { Question } from '#lib/domain/question.ts'

export type Progress = Record<Section, { done: number; of: number }>
type Props = { titles: Readonly<Record<Section, string>>; shown: readonly Section[]; questions: readonly Question[]; files: Readonly<Record<string, number>>; sectionOfField: (field: string) => Section | undefined; initial: Progress }

const still = 300
/** After this the page is there, and what is not needed yet may come. */
const settledIn = 2_000

/** The parts of the form and how far each is, counted anew when typing pauses. */
export function SectionRail({ titles, shown, questions, files, sectionOfField, initial }: Props) {
  const { session } = useEditor()
  const { words } = useDraftParts()
  const [{ progress, clashes, faults }, count] = useState({ progress: initial, clashes: new Set<Section | undefined>(), faults: new Set<Section | undefined>() })
  const counted = useRef<{ sync: Sync; files: typeof files }>({ sync: session.view().sync, files })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async () => {
      // What judges a whole form is heavy: it comes after all that is waited for.
      const { progressOf } = await import('#lib/domain/draft.ts')
      const { sync } = session.view()
      if (counted.current.sync === sync && counted.current.files === files) return
      counted.current = { sync, files }
      const content = { ...sync.held, ...Object.fromEntries([...sync.edits].map(([field, { value }]) => [field, value])) }
      count({
        progress: progressOf(content, questions, files),
        clashes: new Set(clashesOf(sync).map(({ field }) => sectionOfField(field))),
        faults: new Set([...sync.faults.keys()].map(sectionOfField)),
      })
    }
    const later = (wait: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => void look().catch(() => {}), wait)
    }
    later(settledIn)
    const unsubscribe = session.subscribe(() => later(still))
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
  }, [session, questions, files, sectionOfField])
  const all = Object.values(progress)
  const [done, of] = [all.reduce((sum, each) => sum + each.done, 0), all.reduce((sum, each) => sum + each.of, 0)]
  return (
    <nav aria-label={words.sections.label}>
      <progress value={done} max={Math.max(of, 1)} aria-hidden="true" className="draft-progress" />
      <p className="mt-2 text-small text-soft tabular-nums">{fill(words.sections.all, { done, of })}</p>
      <details className="unfold mt-2">
        <summary className="inline-flex min-h-11 items-center font-semibold underline decoration-edge underline-offset-4">{words.sections.label}</summary>
        <ol>
          {shown.map((section) => (
            <li key={section} className="border-t border-rule">
              <a href={`#${sectionAnchor(section)}`} className="flex min-h-11 flex-wrap items-center justify-between gap-x-3 py-1.5 no-underline hover:underline">
                <span>{titles[section]}</span>
                <SectionMark {...progress[section]} label={words.sections} />
                {clashes.has(section) && <span className="w-full text-small font-semibold text-rupture-ink">{words.sections.conflicts}</span>}
                {faults.has(section) && <span className="w-full text-small font-semibold text-rupture-ink">{words.sections.faults}</span>}
              </a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  )
}

function SectionMark({ done, of, label }: { done: number; of: number; label: { done: string; complete: string } }) {
  const isComplete = of > 0 && done === of
  return (
    <span className={`shrink-0 text-small tabular-nums ${isComplete ? 'font-semibold text-bridge-ink' : 'text-soft'}`}>
      {isComplete ? label.complete : of === 0 ? '' : fill(label.done, { done, of })}
    </span>
  )
}

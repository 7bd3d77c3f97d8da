'use client'
import { Activity, Fragment, memo, type ReactNode, useEffect } from 'react'
import { DraftField } from '#components/draft/draft-field.tsx'
import { showAsleep, tellEarly } from '#components/draft/early-input.ts'
import { useDraftParts, useEditor, useView } from '#components/draft/editor-context.ts'
import type { FieldView } from '#components/draft/field-view.ts'
import { FileField } from '#components/file/file-field.tsx'
import { Heading } from '#components/ui/heading.tsx'
import type { Section } from '#lib/domain/application.ts'
import { answerName, answersOf, fieldAnchor, sectionAnchor } from '#lib/domain/field-name.ts'
import { isEditable, shown } from '#lib/domain/draft-sync.ts'
import type { Question } from '#lib/domain/question.ts'
import { shownQuestions } from '#lib/domain/shown-question.ts'

type Props = { parts: readonly Section[]; titles: Readonly<Record<Section, string>>; views: readonly FieldView[]; questions: readonly Question[] }

/** The parts of the form with their fields. What is focused last is in the address, where a reload comes back to. */
export const EditorSections = memo(function EditorSections({ parts, titles, views, questions }: Props) {
  const { session, locale } = useEditor()
  useEffect(() => {
    tellEarly(session, views, locale)
    return showAsleep(session, views, locale)
  }, [session, views, locale])
  useEffect(() => {
    addEventListener('focusin', rememberField)
    return () => removeEventListener('focusin', rememberField)
  }, [])
  return (
    <>
      {parts.map((part) => (
        <section key={part} aria-labelledby={sectionAnchor(part)} className="mb-14">
          <Heading as={2} id={sectionAnchor(part)} className="mb-6 scroll-mt-24 border-b border-rule pb-2">{titles[part]}</Heading>
          <div className="space-y-8">
            {views.filter(({ section }) => section === part).map((view) => (
              <OwnForm key={view.name} wakes={part === parts[0] ? Fragment : Activity}>{isConditional(view, questions) ? <ShownField view={view} questions={questions} /> : <DraftField view={view} />}</OwnForm>
            ))}
            {part === 'proof' && <OwnForm wakes={Activity}><EvidenceFiles /></OwnForm>}
          </div>
        </section>
      ))}
    </>
  )
})

/**
 * Each field is saved by itself; what fills forms in for people looks through a whole form at every key. Of this method
 * nothing is ever sent: Enter in a lone field would leave the page with it, before the script is there. Fields of the first
 * part wake up with the page; each of the others, as an activity, by itself, and at once when it is touched.
 */
function OwnForm({ wakes: Wakes, children }: { wakes: typeof Fragment | typeof Activity; children: ReactNode }) {
  return <Wakes><form method="dialog" noValidate autoComplete="off" className="drawn-in-view empty:hidden">{children}</form></Wakes>
}

const isConditional = (view: FieldView, questions: readonly Question[]) => questions.some(({ id, shownIf }) => shownIf !== null && answerName(id) === view.name)

/** A question that depends on the answer to another. */
function ShownField({ view, questions }: { view: FieldView; questions: readonly Question[] }) {
  const isShown = useView(({ sync }) => {
    const answers = answersOf(Object.fromEntries(questions.map(({ id }) => [answerName(id), shown(sync, answerName(id))])))
    return shownQuestions(questions, answers).some(({ id }) => answerName(id) === view.name)
  })
  return isShown ? <DraftField view={view} /> : null
}

function EvidenceFiles() {
  const { locale } = useEditor()
  const { files, setFiles, words, fileWords } = useDraftParts()
  const draftId = useView((it) => it.id)
  const isOpen = useView(({ sync }) => isEditable(sync, 'evidence'))
  return (
    <fieldset id={fieldAnchor('files')} className="draft-field max-w-measure">
      <legend className="mb-1 font-semibold">{words.files.title}</legend>
      <FileField questionId={null} files={files.filter(({ questionId }) => questionId === null)} draftId={draftId} disabled={!isOpen} words={fileWords} locale={locale} onChange={(own, version) => setFiles(null, own, version)} />
    </fieldset>
  )
}

/** Next's router need not hear of it: this is no other page. */
function rememberField({ target }: FocusEvent) {
  const field = (target as Element).closest('.draft-field')
  const anchor = field?.id || field?.querySelector('input, textarea, select')?.id
  if (anchor && location.hash !== `#${anchor}`) History.prototype.replaceState.call(history, history.state, '', `#${anchor}`)
}

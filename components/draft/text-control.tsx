'use client'
import { type InputHTMLAttributes, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { type FieldState, fill, useEditor } from '#components/draft/editor-context.ts'
import { broughtField, isText } from '#components/draft/early-input.ts'
import { describedBy } from '#components/draft/field-frame.tsx'
import { fromInput, toInput } from '#components/draft/field-value.ts'
import type { FieldView } from '#components/draft/field-view.ts'
import { inputClass } from '#components/ui/field.tsx'
import { shown } from '#lib/domain/draft-sync.ts'
import { fieldAnchor } from '#lib/domain/field-name.ts'
import { countWords, lengthOf } from '#lib/domain/plain-text.ts'
import { numberFormat } from '#lib/i18n/formatters.ts'

type Props = { view: FieldView; state: FieldState }
type Typed = HTMLInputElement | HTMLTextAreaElement

/** A line, a text, a number, a date or a link: the browser holds what is typed, and each key tells the session. */
export function TextControl({ view, state }: Props) {
  const { session, locale } = useEditor()
  const control = useRef<Typed>(null)
  // Read while drawing: once React takes the control over, it puts the text of the page back into it.
  const [brought] = useState(() => earlyText(view.name))
  const early = useRef(brought)
  const [first] = useState(() => String(toInput(view, shown((brought === null ? session.view() : session.drawn()).sync, view.name), locale)))
  const [text, count] = useState(first)
  const tell = (typed: string) => session.typed(view.name, fromInput(view, typed, locale))
  useEffect(() => {
    const put = (said: string) => {
      if (control.current && control.current.value !== said) control.current.value = said
      count(said)
    }
    const said = (value: unknown) => String(toInput(view, value, locale))
    const already = early.current ?? control.current?.value ?? first
    const now = said(shown(session.view().sync, view.name))
    early.current = null
    // Typed before the script was there: a letter is a letter.
    if (already !== first && already !== now) session.typed(view.name, fromInput(view, already, locale))
    if (already !== first || now !== first) put(already === first ? now : already)
    return session.wake(view.name, (value) => put(said(value)))
  }, [session, view, locale, first])
  const shared = {
    id: fieldAnchor(view.name),
    name: view.name,
    defaultValue: first,
    readOnly: !state.isEditable,
    required: view.isRequired,
    'aria-invalid': state.faults.length > 0 || undefined,
    'aria-describedby': describedBy(view, state),
    autoComplete: 'off',
    onInput: ({ currentTarget }: { currentTarget: Typed }) => {
      if (view.limit) count(currentTarget.value)
      tell(currentTarget.value)
    },
    onBlur: () => session.flush(),
  }
  const look = `${inputClass} ${state.faults.length > 0 || state.isClash ? 'border-rupture border-2' : ''} ${state.isEditable ? '' : 'bg-wash'}`
  const size = sizeOf(view)
  if (size) {
    return (
      <>
        <textarea {...shared} ref={control as RefObject<HTMLTextAreaElement | null>} rows={2} onKeyDown={view.control === 'line' ? stayOnLine : undefined} className={`${look} ${size} field-sizing-content`} />
        <Counter view={view} text={text} />
      </>
    )
  }
  return (
    <>
      <span className="flex items-center gap-3">
        <input {...shared} {...looks[view.control]} ref={control as RefObject<HTMLInputElement | null>} className={`${look} ${widths[view.control] ?? ''}`} />
        {view.unit && <span className="text-soft">{view.unit}</span>}
      </span>
      <Counter view={view} text={text} />
    </>
  )
}

/** What stands in a control that the page brought along, before it is taken over; null where it is drawn here first. */
function earlyText(name: string): string | null {
  const found = broughtField(name)
  return found && isText(found) ? found.value : null
}

/** A line that is longer than the screen of a phone is wide wraps, so that all of it is in view. */
function sizeOf({ control, limit }: FieldView): string | null {
  if (control === 'line' && limit !== null && limit.most > 130) return 'min-h-18'
  if (control !== 'prose') return null
  return limit?.of === 'characters' && limit.most <= 1_000 ? 'min-h-24' : 'min-h-40'
}

const stayOnLine = (event: KeyboardEvent) => event.key === 'Enter' && event.preventDefault()

const looks: Partial<Record<FieldView['control'], InputHTMLAttributes<HTMLInputElement>>> = { number: { inputMode: 'decimal' }, date: { type: 'date' }, link: { inputMode: 'url' } }
const widths: Partial<Record<FieldView['control'], string>> = { number: 'max-w-48 tabular-nums', date: 'max-w-48' }

/** The limit, said before the first letter, and how much of it is used. */
function Counter({ view: { name, limit }, text }: { view: FieldView; text: string }) {
  const { words, locale } = useEditor()
  if (!limit) return null
  const count = limit.of === 'words' ? countWords(text) : lengthOf(text)
  const number = (value: number) => numberFormat(locale, {}).format(value)
  return (
    <p className="mt-1 text-small text-soft tabular-nums">
      <span id={`${fieldAnchor(name)}-count`}>{fill(words.field[limit.of], { count: number(count), most: number(limit.most) })}</span>
      <span role="status" className="font-semibold text-rupture-ink">{count > limit.most && ` · ${fill(words.field.over, { count: number(count - limit.most) })}`}</span>
    </p>
  )
}

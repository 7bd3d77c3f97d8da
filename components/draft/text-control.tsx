'use client'
import { useEffect, useState } from 'react'
import { type FieldState, fill, useEditor } from '#components/draft/editor-context.ts'
import { describedBy } from '#components/draft/field-frame.tsx'
import { fromInput, toInput } from '#components/draft/field-value.ts'
import type { FieldView } from '#components/draft/field-view.ts'
import { inputClass } from '#components/ui/field.tsx'
import { shown } from '#lib/domain/draft-sync.ts'
import { fieldAnchor } from '#lib/domain/field-anchor.ts'
import { countWords, lengthOf } from '#lib/domain/plain-text.ts'

type Props = { view: FieldView; state: FieldState }

/** A line, a text, a number, a date or a link: the browser holds what is typed, and each key tells the session. */
export function TextControl({ view, state }: Props) {
  const { form, session, locale } = useEditor()
  const [first] = useState(() => String(toInput(view, shown(session.view().sync, view.name), locale)))
  const [text, count] = useState(first)
  const { ref, ...field } = form.register(view.name, {
    onChange: ({ target }: { target: HTMLInputElement }) => {
      if (view.limit) count(target.value)
      session.typed(view.name, fromInput(view, target.value, locale))
    },
    onBlur: () => session.flush(),
  })
  useEffect(() => {
    const typedBefore = form.getValues(view.name)
    if (typeof typedBefore === 'string' && typedBefore !== first) session.typed(view.name, fromInput(view, typedBefore, locale))
    return session.onTaken((name, value) => {
      if (name !== view.name) return
      const taken = String(toInput(view, value, locale))
      form.setValue(view.name, taken)
      count(taken)
    })
  }, [form, session, view, locale, first])
  const shared = {
    ...field,
    ref,
    id: fieldAnchor(view.name),
    defaultValue: first,
    readOnly: !state.isEditable,
    required: view.isRequired,
    'aria-invalid': state.faults.length > 0 || undefined,
    'aria-describedby': describedBy(view, state),
    autoComplete: 'off',
    className: `${inputClass} ${state.faults.length > 0 || state.isClash ? 'border-rupture border-2' : ''} ${state.isEditable ? '' : 'bg-wash'}`,
  }
  return (
    <>
      {view.control === 'prose' ? (
        <textarea {...shared} rows={view.limit && view.limit.of === 'characters' && view.limit.most <= 1_000 ? 3 : 6} className={`${shared.className} field-sizing-content min-h-28`} />
      ) : view.unit ? (
        <span className="flex items-center gap-3"><input {...shared} {...looks[view.control]} className={`${shared.className} max-w-48 text-end tabular-nums`} /> <span className="text-soft">{view.unit}</span></span>
      ) : (
        <input {...shared} {...looks[view.control]} className={`${shared.className} ${view.control === 'number' || view.control === 'date' ? 'max-w-48' : ''}`} />
      )}
      {view.limit && <Counter id={`${fieldAnchor(view.name)}-count`} limit={view.limit} text={text} />}
    </>
  )
}

const looks: Partial<Record<FieldView['control'], { type?: string; inputMode?: 'decimal' | 'url' }>> = {
  number: { inputMode: 'decimal' },
  date: { type: 'date' },
  link: { inputMode: 'url' },
}

function Counter({ id, limit, text }: { id: string; limit: NonNullable<FieldView['limit']>; text: string }) {
  const { words, locale } = useEditor()
  const count = limit.of === 'words' ? countWords(text) : lengthOf(text)
  const isOver = count > limit.most
  const number = (value: number) => new Intl.NumberFormat(locale).format(value)
  return (
    <p className="mt-1 text-small text-soft tabular-nums">
      <span id={id}>{fill(words.field[limit.of], { count: number(count), most: number(limit.most) })}</span>
      <span role="status" className="font-semibold text-rupture-ink">{isOver && ` · ${fill(words.field.over, { count: number(count - limit.most) })}`}</span>
    </p>
  )
}

'use client'
import { useEffect, useRef } from 'react'
import { fill, focusField, useEditor, useView } from '#components/draft/editor-context.ts'
import type { FieldView } from '#components/draft/field-view.ts'
import { inWords } from '#components/draft/field-value.ts'
import { Button } from '#components/ui/button.tsx'
import { shown } from '#lib/domain/draft-sync.ts'
import { fieldAnchor } from '#lib/domain/field-name.ts'

/** Two versions of one field, side by side, both kept until somebody chooses. */
export function ClashPanel({ view }: { view: FieldView }) {
  const { session, words, locale } = useEditor()
  const { mine, theirs } = useView(({ sync }) => ({ mine: shown(sync, view.name), theirs: sync.held[view.name] ?? null }))
  const panel = useRef<HTMLDivElement>(null)
  const id = `${fieldAnchor(view.name)}-clash`
  const { clash, field } = words
  const settle = (value: unknown) => {
    session.choose({ field: view.name, mine, theirs }, value)
    focusField(fieldAnchor(view.name))
  }
  useEffect(() => {
    panel.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const isText = view.control === 'line' || view.control === 'prose' || view.control === 'link'
  const both = [theirs, mine].filter(Boolean).join(view.control === 'prose' ? '\n\n' : ' ')
  return (
    <div ref={panel} role="group" aria-labelledby={id} className="mt-3 border-s-4 border-rupture bg-wash px-4 py-3">
      <p id={id} className="font-semibold">{fill(clash.title, { field: view.label })}</p>
      <p role="status" className="text-small">{clash.text}</p>
      <div className="mt-3 grid gap-4 sm:grid-cols-2">
        <Version title={clash.mine} text={inWords(view, mine, field, locale) || clash.empty} action={clash.keepMine} onChoose={() => settle(mine)} />
        <Version title={clash.theirs} text={inWords(view, theirs, field, locale) || clash.empty} action={clash.takeTheirs} onChoose={() => settle(theirs)} />
      </div>
      {isText && <Button tone="secondary" className="mt-3" onClick={() => settle(both)}>{clash.keepBoth}</Button>}
    </div>
  )
}

function Version({ title, text, action, onChoose }: { title: string; text: string; action: string; onChoose: () => void }) {
  return (
    <div className="flex min-w-0 flex-col">
      <p className="text-small font-semibold text-soft">{title}</p>
      <p className="mb-2 mt-1 max-h-64 flex-1 overflow-auto whitespace-pre-line border-s-2 border-edge ps-3" tabIndex={0}>{text}</p>
      <Button className="self-start" onClick={onChoose}>{action}</Button>
    </div>
  )
}

'use client'
import { useEffect, useRef, useState } from 'react'
import { fill, focusField, useEditor, useView } from '#components/draft/editor-context.ts'
import type { FieldView } from '#components/draft/field-view.ts'
import { inWords } from '#components/draft/field-value.ts'
import { Button } from '#components/ui/button.tsx'
import { isEditable, shown } from '#lib/domain/draft-sync.ts'
import { fieldAnchor } from '#lib/domain/field-name.ts'

/** Two versions of a field while there are two; afterwards the one put aside, as long as the page is open. */
export function FieldClash({ view, isClash }: { view: FieldView; isClash: boolean }) {
  const [aside, putAside] = useState<{ value: unknown } | null>(null)
  if (isClash) return <ClashPanel view={view} onSettled={(value) => putAside({ value })} />
  return aside && <VersionAside view={view} value={aside.value} onBack={() => putAside(null)} />
}

function VersionAside({ view, value, onBack }: { view: FieldView; value: unknown; onBack: () => void }) {
  const { session, words, locale } = useEditor()
  const { clash, field } = words
  const back = () => {
    const { sync } = session.view()
    session.choose({ field: view.name, mine: shown(sync, view.name), theirs: sync.held[view.name] ?? null }, value)
    onBack()
    focusField(fieldAnchor(view.name))
  }
  return (
    <div className="mt-3 border-s-4 border-edge bg-wash px-4 py-2">
      <p role="status" className="text-small">{fill(clash.chosen, { field: view.label })}</p>
      <details className="text-small">
        <summary className="inline-flex min-h-11 items-center underline underline-offset-4">{clash.show}</summary>
        <p className="mb-2 whitespace-pre-line border-s-2 border-edge ps-3">{inWords(view, value, field, locale) || clash.empty}</p>
        <Button onClick={back} disabled={!isEditable(session.view().sync, view.name)}>{clash.back}</Button>
      </details>
    </div>
  )
}

/** Two versions of one field, side by side, both kept until somebody chooses. */
function ClashPanel({ view, onSettled }: { view: FieldView; onSettled: (aside: unknown) => void }) {
  const { session, words, locale } = useEditor()
  const { mine, theirs } = useView(({ sync }) => ({ mine: shown(sync, view.name), theirs: sync.held[view.name] ?? null }))
  const panel = useRef<HTMLDivElement>(null)
  const id = `${fieldAnchor(view.name)}-clash`
  const { clash, field } = words
  const settle = (value: unknown, aside?: unknown) => {
    if (aside !== undefined) onSettled(aside)
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
        <Version title={clash.mine} text={inWords(view, mine, field, locale) || clash.empty} action={clash.keepMine} onChoose={() => settle(mine, theirs)} />
        <Version title={clash.theirs} text={inWords(view, theirs, field, locale) || clash.empty} action={clash.takeTheirs} onChoose={() => settle(theirs, mine)} />
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

'use client'
import { useEffect, useState } from 'react'
import type { ClaimName } from '#components/claim/claimable.ts'
import { ClaimField } from '#components/claim/claim-field.tsx'
import { broughtField } from '#components/draft/early-input.ts'
import { type FieldState, useDraftParts, useEditor } from '#components/draft/editor-context.ts'
import type { FieldView } from '#components/draft/field-view.ts'
import type { DraftClaim } from '#lib/domain/claim.ts'
import { isEmptyClaim } from '#lib/domain/claim-parts.ts'
import { shown } from '#lib/domain/draft-sync.ts'
import { keepLine } from '#lib/domain/plain-text.ts'

/** Texts as the server keeps them, so that both compare equal; nothing written is null. */
function kept(claim: DraftClaim): DraftClaim | null {
  if (isEmptyClaim(claim)) return null
  return Object.fromEntries(Object.entries(claim).map(([part, value]) => [part, typeof value === 'string' ? keepLine(value) : value])) as DraftClaim
}

/** A claim, drawn anew by itself while it is written. A further one stays folded until somebody wants it. */
export function ClaimSlot({ view, state }: { view: FieldView; state: FieldState }) {
  const { session, locale } = useEditor()
  const { words, claims } = useDraftParts()
  const name = view.name as ClaimName
  const [value, setValue] = useState(() => shown((broughtField(name) ? session.drawn() : session.view()).sync, name) as DraftClaim | null)
  const [isOpen, open] = useState(view.isRequired || value !== null)
  useEffect(() => {
    const show = (taken: unknown) => {
      setValue(taken as DraftClaim | null)
      if (taken !== null) open(true)
    }
    const now = shown(session.view().sync, name)
    if (now !== shown(session.drawn().sync, name)) show(now)
    return session.wake(name, show)
  }, [session, name])
  const change = (claim: DraftClaim) => {
    setValue(claim)
    session.typed(name, kept(claim))
  }
  if (!isOpen) return <button type="button" disabled={!state.isEditable} onClick={() => open(true)} className="min-h-11 underline underline-offset-4">{words.claim.add}</button>
  return (
    <div onBlur={() => session.flush()}>
      <ClaimField name={name} value={value} onChange={change} disabled={!state.isEditable} ruptures={claims.ruptures} metrics={claims.metrics} words={claims.words} locale={locale} />
    </div>
  )
}

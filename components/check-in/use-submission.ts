'use client'
import { useCallback, useState } from 'react'
import { submitCheckIn } from '#components/check-in/check-in-remote.ts'
import type { DraftSession } from '#components/draft/draft-session.ts'
import { type CheckInGap, checkInGaps } from '#lib/domain/check-in-content.ts'
import { shown } from '#lib/domain/draft-sync.ts'

/** Why nothing was submitted, and what is missing by field. */
export type Notice = { kind: 'saved' | 'gaps' | 'notSaved' | 'changed' | 'closed' | 'failed'; gaps: readonly { field: string; code: string }[] }

/** Submits what is on screen once all of it is saved, and shows it as sent. */
export function useSubmission(session: DraftSession, id: string, names: readonly string[]) {
  const [notice, tell] = useState<Notice | null>(null)
  const [isSending, send] = useState(false)
  const submit = useCallback(async () => {
    send(true)
    const outcome = await attempt()
    if (outcome === null) return location.reload()
    tell(outcome)
    send(false)

    async function attempt(): Promise<Notice | null> {
      const { sync } = session.view()
      const gaps: CheckInGap[] = checkInGaps(Object.fromEntries(names.map((name) => [name, shown(sync, name)]).filter(([, value]) => value !== null)))
      if (gaps.length > 0) return { kind: 'gaps', gaps }
      if (!(await session.allSaved())) return { kind: 'notSaved', gaps: [] }
      const answer = await submitCheckIn(id, session.view().sync.version)
      if ('ok' in answer) return null
      if (answer.kind === 'invalid') return { kind: 'gaps', gaps: answer.faults.map(({ path, code }) => ({ field: path, code })) }
      await session.lookAgain()
      return { kind: answer.kind === 'conflict' ? 'changed' : answer.kind === 'closed' || answer.kind === 'gone' ? 'closed' : 'failed', gaps: [] }
    }
  }, [session, id, names])
  return { notice, isSending, submit }
}

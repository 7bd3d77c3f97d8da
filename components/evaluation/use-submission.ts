'use client'
import { useCallback, useRef, useState } from 'react'
import type { DraftSession } from '#components/draft/draft-session.ts'
import { submitEvaluation } from '#components/evaluation/evaluation-remote.ts'
import type { GridCriterion } from '#components/evaluation/grid-words.ts'
import { contentOf } from '#components/evaluation/live-total.tsx'
import { evaluationComments, evaluationGaps } from '#lib/domain/evaluation-marks.ts'

/** Why nothing was submitted, and what is missing by field. */
export type Notice = { kind: 'gaps' | 'notSaved' | 'changed' | 'closed' | 'failed' | 'refused' | 'saved'; gaps: readonly { field: string; code: string }[] }

/** Submits what is on screen once all of it is saved, and leaves for `target`. The same try again is the same submission. */
export function useSubmission(session: DraftSession, id: string, criteria: readonly GridCriterion[]) {
  const [notice, tell] = useState<Notice | null>(null)
  const [isSending, send] = useState(false)
  const key = useRef<{ version: number; key: string } | null>(null)
  const submit = useCallback(async (target: string) => {
    send(true)
    const outcome = await attempt()
    if (outcome === null) return location.assign(target)
    tell(outcome)
    send(false)

    async function attempt(): Promise<Notice | null> {
      const gaps = evaluationGaps(contentOf(session.view().sync, [...criteria.map(({ field }) => field), ...evaluationComments]), criteria)
      if (gaps.length > 0) return { kind: 'gaps', gaps }
      if (!(await session.allSaved())) return { kind: 'notSaved', gaps: [] }
      const { version } = session.view().sync
      key.current = key.current?.version === version ? key.current : { version, key: crypto.randomUUID() }
      const answer = await submitEvaluation(id, version, key.current.key)
      if ('ok' in answer) return null
      if (answer.kind === 'invalid') return { kind: 'gaps', gaps: answer.faults.map(({ path, code }) => ({ field: path, code })) }
      await session.lookAgain()
      return { kind: answer.kind === 'conflict' ? 'changed' : answer.kind === 'closed' || answer.kind === 'gone' ? 'closed' : 'failed', gaps: [] }
    }
  }, [session, id, criteria])
  return { notice, isSending, submit }
}

'use client'
import { useContext } from 'react'
import { FormContext } from '#components/form/form-state.ts'

type Props = {
  /** The version in view. */
  version: number
  /** Where what stands now can be seen. */
  href: string
  words: { title: string; text: string; look: string; over: string }
}

const lost = new Set(['call-changed', 'round-changed', 'metric-changed', 'template-changed', 'commitment-changed'])

/**
 * Whose turn it is: what is sent replaces the version its writer had in view and no other. When somebody saved in between,
 * what was typed is kept, and only a tick sends it over what they have not seen.
 */
export function TurnField({ version, href, words }: Props) {
  const form = useContext(FormContext)
  const state = form?.state
  const seen = state?.status === 'refused' ? (state.values.version ?? version) : version
  const current = state?.status === 'refused' && lost.has(state.reason ?? '') ? state.version : undefined
  return (
    <>
      <input type="hidden" name="version" value={seen} />
      {current !== undefined && (
        <div className="keep max-w-measure border-s-4 border-uncertain bg-uncertain-wash px-4 py-3">
          <p className="font-semibold">{words.title}</p>
          <p>
            {words.text} <a href={href} target="_blank" rel="noreferrer">{words.look}</a>
          </p>
          <label className="mt-1 flex min-h-11 items-start gap-3 py-2">
            <input type="checkbox" name="over" value={current} className="mt-1 size-5 shrink-0" />
            <span>{words.over}</span>
          </label>
        </div>
      )}
    </>
  )
}

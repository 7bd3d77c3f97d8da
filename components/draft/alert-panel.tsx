'use client'
import { useState } from 'react'
import { useEditor, useView } from '#components/draft/editor-context.ts'
import { Button, buttonClass } from '#components/ui/button.tsx'
import { type Status, statusOf } from '#lib/domain/draft-sync.ts'
import { localisedHref } from '#lib/i18n/address.ts'

type Cause = 'network' | 'server' | 'session' | 'stranger' | 'closed' | 'gone'

const causes: Partial<Record<Status['code'], Cause>> = { 'offline-kept': 'network', 'server-trouble': 'server', 'session-ended': 'session', closed: 'closed', gone: 'gone' }

/**
 * Why saving stopped, and what to do, said once and at once to everybody. It lies over the page, so that nothing moves
 * under the hands of whoever types; what can be waited for can be put away.
 */
export function AlertPanel() {
  const { session, words, locale } = useEditor()
  const cause = useView(({ sync, isStranger }) => {
    const { code } = statusOf(sync)
    if (code === 'closed' && sync.edits.size === 0) return null
    return code === 'session-ended' && isStranger ? 'stranger' : (causes[code] ?? null)
  })
  const isKept = useView(({ device }) => device === 'kept' || device === 'writing')
  const [putAway, putAwayNow] = useState<Cause | null>(null)
  if (cause === null && putAway !== null) putAwayNow(null)
  const says = cause && words.alert[cause]
  const mustSignIn = cause === 'session' || cause === 'stranger'
  return (
    <div role="alert" className="absolute inset-x-0 top-full">
      {says && putAway !== cause && (
        <div className="border-y border-rupture bg-paper px-4 py-3 shadow-lg sm:px-6">
          <p className="font-semibold text-rupture-ink">{says.title}</p>
          <p className="max-w-measure">{isKept ? says.kept : says.unkept}</p>
          <div className="mt-2 flex flex-wrap gap-3">
            {mustSignIn && <a href={localisedHref('/sign-in', locale)} target="_blank" rel="noopener" className={buttonClass('primary')}>{words.alert.signIn}</a>}
            {(cause === 'server' || cause === 'network' || cause === 'session') && <Button onClick={() => (cause === 'session' ? void session.lookAgain() : session.retry())}>{words.alert.retry}</Button>}
            {!mustSignIn && <Button tone="quiet" onClick={() => putAwayNow(cause)}>{words.alert.dismiss}</Button>}
          </div>
        </div>
      )}
    </div>
  )
}

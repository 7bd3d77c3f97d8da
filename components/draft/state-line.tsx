'use client'
import { fill, useEditor, useView, type SavingWords } from '#components/draft/editor-context.ts'
import type { Device } from '#components/draft/draft-session.ts'
import { parisDate } from '#lib/domain/calendar.ts'
import { type Status, statusOf } from '#lib/domain/draft-sync.ts'
import { formatShortParisDay } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locale.ts'

type Known = { status: Status; device: Device; pending: number; today: string; isReader: boolean; isClosed: boolean }

/** Where the draft stands, in one sentence. */
function stateInWords({ status, device, pending, today, isReader, isClosed }: Known, { state }: SavingWords, locale: Locale): string {
  if (isReader) return state.reader
  const place = pending === 0 ? '' : device === 'none' || device === 'unknown' ? 'Unkept' : 'Kept'
  switch (status.code) {
    case 'saved': return isClosed ? state.closed : savedInWords(status.at, today, state, locale)
    case 'offline-kept': return state[`offline${place}`]
    case 'server-trouble': return place === 'Kept' ? state.serverKept : state.serverUnkept
    case 'session-ended': return state[`session${place}`]
    case 'closed': return pending === 0 ? state.closed : state.closedUnsaved
    case 'empty': return isClosed ? state.closed : state.empty
    default: return state[status.code]
  }
}

function savedInWords(at: string, today: string, { saved, savedOn }: SavingWords['state'], locale: Locale): string {
  const instant = new Date(at)
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Paris' }).format(instant)
  return parisDate(instant) === today ? fill(saved, { time }) : fill(savedOn, { time, day: formatShortParisDay(instant, locale) })
}

const calm = new Set<Status['code']>(['empty', 'saved'])
const busy = new Set<Status['code']>(['saving', 'unsaved'])

/** The state of saving, always in view. What passes in a moment is shown and not read out. */
export function StateLine({ isReader }: { isReader: boolean }) {
  const { session, words, locale } = useEditor()
  const known = useView(({ sync, device }) => ({
    status: statusOf(sync), device, pending: sync.edits.size, today: parisDate(new Date(session.now())), isReader, isClosed: sync.editable !== 'all' && sync.editable.length === 0,
  }))
  const { code } = known.status
  const text = stateInWords(known, words, locale)
  return (
    <p className="flex min-w-0 items-center gap-2.5 font-semibold">
      <StateMark tone={calm.has(code) || isReader ? 'whole' : busy.has(code) ? 'dotted' : 'broken'} />
      <span data-state={code}>{text}</span>
      <span className="sr-only" aria-live="polite">{busy.has(code) ? '' : text}</span>
    </p>
  )
}

/** The line of the portal: whole when all is saved, dotted on its way, broken when it is not. */
function StateMark({ tone }: { tone: 'whole' | 'dotted' | 'broken' }) {
  const look = { whole: 'text-bridge', dotted: 'text-line', broken: 'text-rupture' }[tone]
  return (
    <svg aria-hidden="true" width="28" height="8" viewBox="0 0 28 8" className={`shrink-0 ${look}`}>
      {tone === 'whole' && <path d="M1 4h26" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />}
      {tone === 'dotted' && <path d="M2 4h25" stroke="currentColor" strokeWidth="3" strokeLinecap="round" strokeDasharray="0.1 6" />}
      {tone === 'broken' && <path d="M1 4h8M19 4h8" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />}
    </svg>
  )
}

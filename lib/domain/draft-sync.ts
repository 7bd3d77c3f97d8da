/**
 * Saving a draft while people type it, as a machine without clock, network or storage: each function is one thing that
 * happened, and returns what is known after it. One attempt is under way at a time and is made again under its key until
 * it is answered; what somebody else wrote meanwhile is taken over where it is not edited here, and never overwritten.
 */
import { canonicalJson } from '#lib/domain/canonical-json.ts'
import type { Content } from '#lib/domain/draft.ts'

/** A field as its author left it, in memory and on the device. */
export type Edit = {
  value: unknown
  /** What the server held when they began: while it still does, nobody is overwritten. */
  base: unknown
  /** What went out of it without an answer: it may stand on the server, and is their own. */
  sent: readonly unknown[]
}
/** An edit found on the device, left by a page that is gone. */
export type LeftEdit = Edit & { field: string }
export type Fault = { path: string; code: string }
export type Attempt = { key: string; version: number; fields: Content; underWay: boolean }

/** Why an attempt came to nothing; `retryAfter` in seconds. After `network`, `server`, `busy` and `session` it is made again as it is; the others settle it. */
export type Refusal =
  | { kind: 'network' | 'server' | 'session' | 'closed' | 'gone' | 'rejected' }
  | { kind: 'busy'; retryAfter: number }
  | { kind: 'conflict'; version: number; savedAt: string; fields: Content }
  | { kind: 'invalid'; faults: readonly Fault[] }
export type Trouble = { kind: 'network' | 'server' | 'session' | 'closed' | 'gone'; failures: number; retryAt: number | null }

export type Sync = {
  /** False until the first save creates the draft. */
  exists: boolean
  version: number
  savedAt: string | null
  /** What the server holds, as last heard. */
  held: Content
  /** What is not acknowledged yet, in the order it was begun. */
  edits: ReadonlyMap<string, Edit>
  /** Edits of earlier pages in fields that are being edited now: taken up once those are saved. */
  left: readonly LeftEdit[]
  /** Fields the server refused, set aside until they change. */
  faults: ReadonlyMap<string, readonly Fault[]>
  attempt: Attempt | null
  editable: 'all' | readonly string[]
  online: boolean
  /** After a refusal that named no field: fields are sent one by one to find it. */
  oneByOne: boolean
  trouble: Trouble | null
}

type Heard = { version: number; savedAt: string; content: Content; editable: Sync['editable'] }

/** What is known when the page opens. */
export function begin({ exists, version, savedAt, content, editable }: Omit<Heard, 'savedAt'> & { exists: boolean; savedAt: string | null }): Sync {
  return { exists, version, savedAt, held: content, edits: new Map(), left: [], faults: new Map(), attempt: null, editable, online: true, oneByOne: false, trouble: null }
}

/** Equal as JSON; absent and null both mean nothing written. */
export function same(one: unknown, other: unknown): boolean {
  return one === other || canonicalJson(one) === canonicalJson(other)
}

/** What stands in a field on screen: one's own text, else the server's. */
export function shown({ edits, held }: Pick<Sync, 'edits' | 'held'>, field: string): unknown {
  return edits.has(field) ? edits.get(field)?.value : (held[field] ?? null)
}

/** Somebody typed. */
export function typed(state: Sync, field: string, value: unknown): Sync {
  const before = state.edits.get(field)
  const edit: Edit = { base: state.held[field] ?? null, sent: [], ...before, value }
  return tidy({ ...state, edits: new Map(state.edits).set(field, edit), faults: without(state.faults, field) })
}

/** Two versions of a field between which only a person can choose: theirs, saved since, and one's own. */
export type Clash = { field: string; mine: unknown; theirs: unknown }

export function clashesOf(state: Sync): Clash[] {
  return [...state.edits].flatMap(([field, edit]) => (isClash(state, field, edit) ? [{ field, mine: edit.value, theirs: state.held[field] ?? null }] : []))
}

function isClash({ held }: Sync, field: string, { base }: Edit): boolean {
  return !same(base, held[field])
}

/** Somebody chose what a field in two versions is to hold, having seen `theirs`. */
export function settled(state: Sync, { field, theirs, value }: { field: string; theirs: unknown; value: unknown }): Sync {
  const edit: Edit = { value, base: theirs, sent: [] }
  return tidy({ ...state, edits: new Map(state.edits).set(field, edit), faults: without(state.faults, field) })
}

/** Edits were found on the device. */
export function restored(state: Sync, left: readonly LeftEdit[]): Sync {
  return tidy({ ...state, left: [...state.left, ...left] })
}

/** The most of a body that goes out at once, in characters: well below what the server takes in. */
const mostAtOnce = 60_000

/** The attempt to make now: the unanswered one as it is, or a new one of all that is ready; null when there is none to make. */
export function nextAttempt(state: Sync, now: number, key: string): Attempt | null {
  const { attempt, trouble, online, version, oneByOne } = state
  if (!online || attempt?.underWay || (trouble !== null && (trouble.retryAt === null || now < trouble.retryAt))) return null
  if (attempt) return attempt
  let room = oneByOne ? 0 : mostAtOnce
  const fields: Record<string, unknown> = {}
  for (const [field, { value }] of readyEdits(state)) {
    const size = JSON.stringify(value ?? null).length
    if (size > room && Object.keys(fields).length > 0) break
    fields[field] = value ?? null
    room -= size
  }
  return Object.keys(fields).length === 0 ? null : { key, version, fields, underWay: false }
}

/** Edits that may go out: not refused as they are, not in two versions, in fields that are open. */
function readyEdits(state: Sync): [string, Edit][] {
  return [...state.edits].filter(([field, edit]) => !state.faults.has(field) && !isClash(state, field, edit) && isEditable(state, field))
}

export function isEditable({ editable }: Pick<Sync, 'editable'>, field: string): boolean {
  return editable === 'all' || editable.includes(field)
}

/** An attempt went out. */
export function sent(state: Sync, attempt: Attempt): Sync {
  const edits = mapEdits(state.edits, (edit, field) => (field in attempt.fields ? { ...edit, sent: [...edit.sent.filter((each) => !same(each, attempt.fields[field])), attempt.fields[field]] } : edit))
  return { ...state, edits, attempt: { ...attempt, underWay: true } }
}

/** The attempt under `key` was kept. An answer to another one, come late or twice, says nothing new. */
export function acknowledged(state: Sync, key: string, { version, savedAt }: { version: number; savedAt: string }): Sync {
  const { attempt } = state
  if (attempt?.key !== key) return state
  const edits = mapEdits(state.edits, (edit, field) => {
    if (!(field in attempt.fields)) return { ...edit, sent: [] }
    return same(edit.value, attempt.fields[field]) ? null : { ...edit, base: attempt.fields[field], sent: [] }
  })
  return tidy({ ...state, exists: true, version, savedAt, held: { ...state.held, ...attempt.fields }, edits, attempt: null, trouble: null })
}

/**
 * A file given or taken out here raised the draft to `version`. Believed only where nothing came in between: else the
 * next save is told what did.
 */
export function raised(state: Sync, version: number): Sync {
  return version === state.version + 1 ? { ...state, version } : state
}

/** The whole draft was read anew. What is older than a later save is not believed; while an attempt is unanswered, its answer says more. */
export function heard(state: Sync, { version, savedAt, content, editable }: Heard): Sync {
  const isUnanswered = state.exists && state.attempt !== null
  if (isUnanswered || version < state.version) return state
  const open: Sync = { ...state, editable, attempt: null, trouble: state.trouble?.kind === 'closed' ? null : state.trouble }
  if (state.exists && version === state.version) return tidy(open)
  const names = new Set([...Object.keys(content), ...Object.keys(state.held), ...state.edits.keys()])
  return rebased({ ...open, exists: true }, { version, savedAt, fields: Object.fromEntries([...names].map((name) => [name, content[name] ?? null])) })
}

/**
 * The attempt under `key` came to nothing. `chance` between 0 and 1 spreads the next tries, so that a thousand people
 * whose server came back do not ask in the same instant.
 */
export function refused(state: Sync, key: string, refusal: Refusal, { now, chance }: { now: number; chance: number }): Sync {
  const { attempt } = state
  if (attempt?.key !== key) return state
  const idle = { ...state, attempt: { ...attempt, underWay: false } }
  const done = { ...state, attempt: null }
  const failures = (state.trouble?.failures ?? 0) + 1
  const retryAt = now + retryDelay(failures, chance)
  switch (refusal.kind) {
    case 'network': case 'server': return { ...idle, trouble: { kind: refusal.kind, failures, retryAt } }
    case 'busy': return { ...idle, trouble: { kind: 'server', failures, retryAt: Math.max(retryAt, now + refusal.retryAfter * 1000) } }
    case 'session': return { ...idle, trouble: { kind: 'session', failures, retryAt: null } }
    case 'rejected': return { ...done, trouble: { kind: 'server', failures, retryAt } }
    case 'gone': case 'closed': return { ...done, trouble: { kind: refusal.kind, failures, retryAt: null } }
    case 'conflict': return rebased({ ...done, trouble: null }, refusal)
    case 'invalid': return tidy(setAside({ ...done, trouble: null }, attempt, refusal.faults))
  }
}

/** Milliseconds before trying again: doubling from one second to half a minute, less up to a half by chance. */
export function retryDelay(failures: number, chance: number): number {
  return Math.min(30_000, 1_000 * 2 ** (failures - 1)) * (1 - chance / 2)
}

/** The network went or came back, as the browser tells. */
export function wentOnline(state: Sync, online: boolean): Sync {
  return { ...state, online, trouble: online && state.trouble?.kind === 'network' ? null : state.trouble }
}

/** Nobody, or somebody else, is signed in in this browser now: nothing goes out until that is put right. */
export function signedOut(state: Sync): Sync {
  return { ...state, trouble: { kind: 'session', failures: 0, retryAt: null } }
}

/** The reason to wait is over: signed in again, or somebody does not want to wait. */
export function resumed(state: Sync): Sync {
  return { ...state, trouble: state.trouble && { ...state.trouble, retryAt: 0 } }
}

/** What others saved since is taken in; edits begun on something else are left in two versions. */
function rebased(state: Sync, { version, savedAt, fields }: { version: number; savedAt: string; fields: Content }): Sync {
  const edits = mapEdits(state.edits, (edit, field) => {
    if (!(field in fields)) return { ...edit, sent: [] }
    const theirs = fields[field] ?? null
    const isOwn = same(theirs, edit.base) || edit.sent.some((each) => same(each, theirs))
    return { value: edit.value, base: isOwn ? theirs : edit.base, sent: [] }
  })
  // A file given since the answer was made raised the draft further, with nothing in between.
  return tidy({ ...state, version: Math.max(version, state.version), savedAt, held: { ...state.held, ...fields }, edits })
}

function setAside(state: Sync, { fields }: Attempt, faults: readonly Fault[]): Sync {
  // What was written anew meanwhile was not what was refused: it goes out by itself.
  const names = Object.keys(fields).filter((field) => same(state.edits.get(field)?.value ?? null, fields[field]))
  const named = (path: string) => (field: string) => path === field || path.startsWith(`${field}.`)
  const found = new Map(state.faults)
  for (const fault of faults) {
    const name = names.find(named(fault.path))
    if (name !== undefined) found.set(name, [...(found.get(name) ?? []), fault])
  }
  if (found.size > state.faults.size || faults.some(({ path }) => Object.keys(fields).some(named(path)))) return { ...state, faults: found }
  const [only] = names
  if (only === undefined) return state
  if (Object.keys(fields).length > 1) return { ...state, oneByOne: true }
  return { ...state, faults: found.set(only, [{ path: only, code: faults[0]?.code ?? 'unfit' }]) }
}

/** Takes up what earlier pages left, and drops edits that say what the server holds. */
function tidy(state: Sync): Sync {
  const edits = new Map(state.edits)
  const left = state.left.filter(({ field, ...edit }) => {
    if (edits.has(field)) return true
    edits.set(field, edit.sent.some((each) => same(each, state.held[field])) ? { ...edit, base: state.held[field] ?? null } : edit)
    return false
  })
  for (const [field, { value, sent: out }] of edits) {
    const isHeld = (it: unknown) => same(it, state.held[field])
    if (isHeld(value) && out.every(isHeld)) edits.delete(field)
  }
  return { ...state, edits, left, oneByOne: state.oneByOne && edits.size > 0 }
}

function mapEdits(edits: Sync['edits'], change: (edit: Edit, field: string) => Edit | null): Sync['edits'] {
  return new Map([...edits].flatMap(([field, edit]) => {
    const changed = change(edit, field)
    return changed === null ? [] : [[field, changed] as const]
  }))
}

function without<V>(map: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> {
  if (!map.has(key)) return map
  const rest = new Map(map)
  rest.delete(key)
  return rest
}

/** What to tell the author, as a code whose sentence is in messages. `saved` says when, on the server's clock. */
export type Status =
  | { code: 'saved'; at: string }
  | { code: 'empty' | 'saving' | 'unsaved' | 'offline-kept' | 'session-ended' | 'server-trouble' | 'closed' | 'gone' }
  | { code: 'conflict' | 'invalid'; fields: string[] }

export function statusOf(state: Sync): Status {
  const { trouble, edits, attempt, faults, savedAt, online } = state
  if (trouble?.kind === 'gone' || trouble?.kind === 'closed') return { code: trouble.kind }
  if ([...edits.keys()].some((field) => !isEditable(state, field))) return { code: 'closed' }
  if (trouble?.kind === 'session') return { code: 'session-ended' }
  if (!online || trouble?.kind === 'network') return { code: 'offline-kept' }
  if (trouble?.kind === 'server') return { code: 'server-trouble' }
  if (attempt) return { code: 'saving' }
  if (readyEdits(state).length > 0) return { code: 'unsaved' }
  const clashes = clashesOf(state)
  if (clashes.length > 0) return { code: 'conflict', fields: clashes.map(({ field }) => field) }
  if (faults.size > 0) return { code: 'invalid', fields: [...faults.keys()] }
  return savedAt === null ? { code: 'empty' } : { code: 'saved', at: savedAt }
}

import { describe, expect, test } from 'vitest'
import type { Content } from '#lib/domain/draft.ts'
import { acknowledged, begin, clashesOf, heard, nextAttempt, raised, refused, type Refusal, restored, resumed, retryDelay, sent, settled, shown, statusOf, type Sync, typed, wentOnline } from '#lib/domain/draft-sync.ts'

const start = (content: Content = {}, version = 1): Sync => begin({ exists: true, version, savedAt: null, content, editable: 'all' })
const at = { now: 0, chance: 0 }
const later = { version: 2, savedAt: '2026-05-12T12:02:00Z' }
/** Sends what is ready under a key. */
const send = (state: Sync, key: string, now = 0): Sync => {
  const attempt = nextAttempt(state, now, key)
  if (!attempt) throw new Error('There is nothing to send.')
  return sent(state, attempt)
}

describe('a draft being typed', () => {
  test('says where it stands, from the first letter to the acknowledgement', () => {
    let state = begin({ exists: false, version: 0, savedAt: null, content: {}, editable: 'all' })
    expect(statusOf(state)).toEqual({ code: 'empty' })
    state = typed(state, 'pitch', 'Un')
    expect(statusOf(state)).toEqual({ code: 'unsaved' })
    state = send(state, 'k1')
    expect(statusOf(state)).toEqual({ code: 'saving' })
    expect(state.attempt).toMatchObject({ key: 'k1', version: 0, fields: { pitch: 'Un' } })
    state = acknowledged(state, 'k1', { version: 1, savedAt: later.savedAt })
    expect(statusOf(state)).toEqual({ code: 'saved', at: later.savedAt })
    expect([state.exists, state.version, state.held]).toEqual([true, 1, { pitch: 'Un' }])
  })

  test('sends what was put right while the wrong value was under way', () => {
    let state = send(typed(start(), 'budget', 'beaucoup'), 'k1')
    state = typed(state, 'budget', 12_500)
    state = refused(state, 'k1', { kind: 'invalid', faults: [{ path: 'budget', code: 'invalid_type' }] }, at)
    expect(statusOf(state)).toEqual({ code: 'unsaved' })
    expect(nextAttempt(state, 0, 'k2')).toMatchObject({ fields: { budget: 12_500 } })
  })

  test('sends what was typed during an attempt in another one, and nothing twice', () => {
    let state = send(typed(start(), 'pitch', 'Un'), 'k1')
    state = typed(state, 'pitch', 'Un deux')
    expect(nextAttempt(state, 0, 'k2')).toBeNull()
    state = acknowledged(state, 'k1', later)
    expect(nextAttempt(state, 0, 'k2')).toEqual({ key: 'k2', version: 2, fields: { pitch: 'Un deux' }, underWay: false })
    expect(acknowledged(state, 'k1', { version: 9, savedAt: '' })).toBe(state)
  })

  test('makes an unanswered attempt again as it was, under its key, whatever was typed since', () => {
    let state = refused(send(typed(start(), 'pitch', 'Un'), 'k1'), 'k1', { kind: 'network' }, at)
    state = typed(state, 'summary', 'Deux')
    expect(statusOf(state)).toEqual({ code: 'offline-kept' })
    expect(nextAttempt(state, 999, 'k2')).toBeNull()
    expect(nextAttempt(state, 1_000, 'k2')).toEqual({ key: 'k1', version: 1, fields: { pitch: 'Un' }, underWay: false })
  })

  test('typed back to what is held, needs no saving; but it does while another text is on its way', () => {
    expect(statusOf(typed(typed(start({ pitch: 'Un' }), 'pitch', 'x'), 'pitch', 'Un'))).toEqual({ code: 'empty' })
    const back = acknowledged(typed(send(typed(start(), 'pitch', 'x'), 'k1'), 'pitch', null), 'k1', later)
    expect(nextAttempt(back, 0, 'k2')?.fields).toEqual({ pitch: null })
  })

  test('goes on from the version a file raised it to, unless somebody saved in between', () => {
    const state = typed(start({}, 4), 'pitch', 'Un')
    expect(nextAttempt(raised(state, 5), 0, 'k1')).toMatchObject({ version: 5 })
    for (const unheard of [3, 4, 6]) expect(raised(state, unheard)).toBe(state)
  })

  test('goes out in the order it was typed, in bodies of a bearable size', () => {
    let state = start()
    for (let index = 0; index < 8; index += 1) state = typed(state, `answers.${index}`, String(index).repeat(20_000))
    const first = nextAttempt(state, 0, 'k1')
    expect(Object.keys(first?.fields ?? {})).toEqual(['answers.0', 'answers.1'])
    expect(Object.keys(nextAttempt(typed(start(), 'pitch', 'x'.repeat(1_000_000)), 0, 'k1')?.fields ?? {})).toEqual(['pitch'])
  })
})

describe('somebody else saving meanwhile', () => {
  const conflict = (fields: Content): Refusal => ({ kind: 'conflict', ...later, fields })
  const mine = () => send(typed(typed(start({ pitch: 'Avant', team: 'Deux' }), 'pitch', 'Mien'), 'summary', 'Long'), 'k1')

  test('is taken over where nothing was edited here, and the rest is saved on what they saved', () => {
    const state = refused(mine(), 'k1', conflict({ team: 'Trois' }), at)
    expect(shown(state, 'team')).toBe('Trois')
    expect(clashesOf(state)).toEqual([])
    expect(nextAttempt(state, 0, 'k2')).toEqual({ key: 'k2', version: 2, fields: { pitch: 'Mien', summary: 'Long' }, underWay: false })
  })

  test('is left for a person to settle where both wrote, while the rest goes on saving', () => {
    let state = refused(mine(), 'k1', conflict({ pitch: 'Leur' }), at)
    expect(clashesOf(state)).toEqual([{ field: 'pitch', mine: 'Mien', theirs: 'Leur' }])
    expect(shown(state, 'pitch')).toBe('Mien')
    expect(nextAttempt(state, 0, 'k2')?.fields).toEqual({ summary: 'Long' })
    state = acknowledged(send(state, 'k2'), 'k2', { ...later, version: 3 })
    expect(statusOf(state)).toEqual({ code: 'conflict', fields: ['pitch'] })
    expect(nextAttempt(state, 0, 'k3')).toBeNull()
    expect(nextAttempt(settled(state, { field: 'pitch', theirs: 'Leur', value: 'Les deux' }), 0, 'k3')?.fields).toEqual({ pitch: 'Les deux' })
    expect(statusOf(settled(state, { field: 'pitch', theirs: 'Leur', value: 'Leur' }))).toEqual({ code: 'saved', at: later.savedAt })
  })

  test('is asked about again when they saved once more before the choice arrived', () => {
    const state = refused(mine(), 'k1', conflict({ pitch: 'Leur' }), at)
    const chosen = send(settled(state, { field: 'pitch', theirs: 'Leur', value: 'Mien' }), 'k2')
    const again = refused(chosen, 'k2', { kind: 'conflict', version: 3, savedAt: later.savedAt, fields: { pitch: 'Leur aussi' } }, at)
    expect(clashesOf(again)).toEqual([{ field: 'pitch', mine: 'Mien', theirs: 'Leur aussi' }])
  })

  test('is found by reading the draft anew, but not while an attempt is unanswered, nor from before a save', () => {
    const read = (version: number) => ({ ...later, version, content: { pitch: 'Leur', team: 'Trois' }, editable: 'all' as const })
    expect(shown(heard(start({ team: 'Deux' }), read(2)), 'team')).toBe('Trois')
    expect(clashesOf(heard(typed(start(), 'pitch', 'Mien'), read(2)))).toHaveLength(1)
    const waiting = send(typed(start(), 'pitch', 'Mien'), 'k1')
    expect(heard(waiting, read(2))).toBe(waiting)
    const saved = acknowledged(waiting, 'k1', later)
    expect(heard(saved, read(1))).toBe(saved)
  })

  test('is no conflict when both wrote the same', () => {
    expect(clashesOf(refused(mine(), 'k1', conflict({ pitch: 'Mien' }), at))).toEqual([])
  })
})

describe('refusals', () => {
  test('of a field are set aside until it changes, and the others are saved', () => {
    let state = send(typed(typed(typed(start(), 'pitch', 'Bon'), 'budget', 'beaucoup'), 'primaryClaim', { baseline: 'x' }), 'k1')
    state = refused(state, 'k1', { kind: 'invalid', faults: [{ path: 'budget', code: 'invalid_type' }, { path: 'primaryClaim.baseline', code: 'invalid_type' }] }, at)
    expect(nextAttempt(state, 0, 'k2')?.fields).toEqual({ pitch: 'Bon' })
    state = acknowledged(send(state, 'k2'), 'k2', later)
    expect(statusOf(state)).toEqual({ code: 'invalid', fields: ['budget', 'primaryClaim'] })
    expect(shown(state, 'budget')).toBe('beaucoup')
    expect(nextAttempt(typed(state, 'budget', 12), 0, 'k3')?.fields).toEqual({ budget: 12 })
  })

  test('that name no field are traced by sending fields one by one', () => {
    let state = send(typed(typed(start(), 'answers.gone', 'a'), 'pitch', 'b'), 'k1')
    state = refused(state, 'k1', { kind: 'invalid', faults: [{ path: '', code: 'unrecognized_keys' }] }, at)
    expect(nextAttempt(state, 0, 'k2')?.fields).toEqual({ 'answers.gone': 'a' })
    state = refused(send(state, 'k2'), 'k2', { kind: 'invalid', faults: [{ path: '', code: 'unrecognized_keys' }] }, at)
    expect([...state.faults.keys()]).toEqual(['answers.gone'])
    expect(nextAttempt(state, 0, 'k3')?.fields).toEqual({ pitch: 'b' })
  })

  test('for want of a session keep everything, and it goes on once signed in again', () => {
    let state = refused(send(typed(start(), 'pitch', 'Un'), 'k1'), 'k1', { kind: 'session' }, at)
    expect(statusOf(state)).toEqual({ code: 'session-ended' })
    expect(nextAttempt(state, 1e12, 'k2')).toBeNull()
    state = typed(state, 'pitch', 'Un deux')
    expect(nextAttempt(resumed(state), 1, 'k2')).toMatchObject({ key: 'k1', fields: { pitch: 'Un' } })
  })

  test('after the deadline keep the text on screen; what was saved in time without an answer counts as saved', () => {
    let state = refused(send(typed(start(), 'pitch', 'Un'), 'k1'), 'k1', { kind: 'closed' }, at)
    expect(statusOf(state)).toEqual({ code: 'closed' })
    expect(statusOf(heard(state, { version: 1, savedAt: later.savedAt, content: {}, editable: [] }))).toEqual({ code: 'closed' })
    expect(shown(state, 'pitch')).toBe('Un')
    state = heard(state, { ...later, content: { pitch: 'Un' }, editable: [] })
    expect([statusOf(state).code, clashesOf(state)]).toEqual(['saved', []])
  })

  test('are tried again later and later, never all at once, and no sooner than the server asks', () => {
    expect([1, 2, 3, 9].map((failures) => retryDelay(failures, 0))).toEqual([1_000, 2_000, 4_000, 30_000])
    expect(retryDelay(9, 1)).toBe(15_000)
    const busy = refused(send(typed(start(), 'pitch', 'Un'), 'k1'), 'k1', { kind: 'busy', retryAfter: 7 }, at)
    expect([busy.trouble?.retryAt, statusOf(busy).code]).toEqual([7_000, 'server-trouble'])
  })

  test('offline nothing is tried; back online it is at once', () => {
    const state = wentOnline(refused(send(typed(start(), 'pitch', 'Un'), 'k1'), 'k1', { kind: 'network' }, at), false)
    expect(nextAttempt(state, 1e12, 'k2')).toBeNull()
    expect(nextAttempt(wentOnline(state, true), 0, 'k2')?.key).toBe('k1')
  })
})

describe('an edit left on the device', () => {
  const left = { field: 'pitch', value: 'Un deux', base: null, sent: ['Un'] }

  test('is saved after all, also over what went out of it without an answer', () => {
    expect(nextAttempt(restored(start(), [left]), 0, 'k1')?.fields).toEqual({ pitch: 'Un deux' })
    expect(clashesOf(restored(start({ pitch: 'Un' }, 2), [left]))).toEqual([])
    const arrived = refused(send(restored(start(), [left]), 'k1'), 'k1', { kind: 'conflict', ...later, fields: { pitch: 'Un' } }, at)
    expect(nextAttempt(arrived, 0, 'k2')).toMatchObject({ version: 2, fields: { pitch: 'Un deux' } })
  })

  test('is not saved over what somebody else wrote since', () => {
    expect(clashesOf(restored(start({ pitch: 'Leur' }, 2), [left]))).toEqual([{ field: 'pitch', mine: 'Un deux', theirs: 'Leur' }])
  })

  test('waits while its field is being edited here, then is one of two versions', () => {
    let state = restored(typed(start(), 'pitch', 'Ici'), [left])
    expect(shown(state, 'pitch')).toBe('Ici')
    state = acknowledged(send(state, 'k1'), 'k1', later)
    expect(clashesOf(state)).toEqual([{ field: 'pitch', mine: 'Un deux', theirs: 'Ici' }])
  })
})

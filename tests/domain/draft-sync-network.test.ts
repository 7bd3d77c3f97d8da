import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Content } from '#lib/domain/draft.ts'
import { acknowledged, type Attempt, begin, type Clash, clashesOf, heard, type LeftEdit, nextAttempt, raised, refused, type Refusal, restored, resumed, same, sent, settled, shown, type Sync, typed } from '#lib/domain/draft-sync.ts'

/**
 * Two people write into one draft over a network that loses, repeats and delays, from browsers that die. Texts are words
 * of their own, so that at the end each can be looked for: every word typed is kept by all, or somebody threw it away
 * who had it before their eyes.
 */
const fields = ['pitch', 'summary', 'answers.q'] as const
const words = (text: unknown) => new Set(String(text ?? '').split(' ').filter(Boolean))

/** The server: a compare-and-swap on the version, and keys answered once are answered the same again. */
class Server {
  version = 0
  content: Record<string, unknown> = {}
  revisions: { version: number; fields: string[]; key: string }[] = []
  thrownAway: ReadonlySet<string>

  constructor(thrownAway: ReadonlySet<string>) {
    this.thrownAway = thrownAway
  }

  answer({ key, version, fields: patch }: Attempt): { ok: true; version: number; isNew: boolean } | Extract<Refusal, { kind: 'conflict' }> {
    if (version === 0 && this.version > 0) return { ok: true, version: this.version, isNew: false }
    if (version === this.version) {
      for (const [field, value] of Object.entries(patch)) {
        const lost = [...words(this.content[field])].filter((word) => !words(value).has(word) && !this.thrownAway.has(word))
        if (lost.length > 0) throw new Error(`Overwritten unseen in ${field}: ${lost.join(' ')}`)
      }
      this.version += 1
      Object.assign(this.content, patch)
      this.revisions.push({ version: this.version, fields: Object.keys(patch), key })
      return { ok: true, version: this.version, isNew: true }
    }
    const known = this.revisions.find((each) => each.key === key)
    if (known) return { ok: true, version: known.version, isNew: true }
    const changed = new Set(this.revisions.filter((each) => each.version > version).flatMap((each) => each.fields))
    return { kind: 'conflict', version: this.version, savedAt: '', fields: Object.fromEntries([...changed].map((field) => [field, this.content[field] ?? null])) }
  }

  /** A file is given to a field, or taken out of it: its text stays. */
  giveFile(field: string): number {
    this.version += 1
    this.revisions.push({ version: this.version, fields: [field], key: `file-${this.version}` })
    return this.version
  }
}

/** One person's browser. `device` is what survives its death. */
class Browser {
  state: Sync
  device: LeftEdit[] = []
  readonly server: Server
  readonly keys: () => string

  constructor(server: Server, keys: () => string) {
    this.server = server
    this.keys = keys
    this.state = this.opened()
  }

  opened(): Sync {
    const { version, content } = this.server
    return begin({ exists: version > 0, version, savedAt: null, content: { ...content }, editable: 'all' })
  }

  become(state: Sync) {
    this.state = state
    this.device = [...[...state.edits].map(([field, { value, base, sent: out }]) => ({ field, value, base, sent: out })), ...state.left]
  }

  reopen() {
    this.become(restored(this.opened(), this.device))
  }

  /** Takes an answer as it comes, be it for an attempt long given up. */
  take({ attempt, answer, read, readVersion, raisedTo }: World['answered'][number]) {
    if (raisedTo !== undefined) return this.become(raised(this.state, raisedTo))
    if (attempt === null || answer === null) return this.become(heard(this.state, { version: readVersion, savedAt: '', content: read, editable: 'all' }))
    if (!('ok' in answer)) return this.become(refused(this.state, attempt.key, answer, { now: 0, chance: 0 }))
    if (answer.isNew) return this.become(acknowledged(this.state, attempt.key, { version: answer.version, savedAt: '' }))
    if (this.state.attempt?.key === attempt.key) this.become(heard(this.state, { version: readVersion, savedAt: '', content: read, editable: 'all' }))
  }
}

type Choice = 'mine' | 'theirs' | 'both'
type Step =
  | { do: 'type' | 'erase' | 'file'; who: 0 | 1; field: number }
  | { do: 'send' | 'lose' | 'reopen' | 'read' | 'look'; who: 0 | 1 }
  | { do: 'arrive' | 'return'; at: number; again: boolean }
  | { do: 'settle'; who: 0 | 1; choice: Choice }

const who = fc.constantFrom(0 as const, 1 as const)
const choice = fc.constantFrom<Choice>('mine', 'theirs', 'both')
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('type' as const), who, field: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('erase' as const, 'file' as const), who, field: fc.nat(2) }) },
  { weight: 9, arbitrary: fc.record({ do: fc.constant('send' as const), who }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('lose' as const, 'reopen' as const, 'read' as const, 'look' as const), who }) },
  { weight: 16, arbitrary: fc.record({ do: fc.constantFrom('arrive' as const, 'return' as const), at: fc.nat(5), again: fc.nat(4).map((one) => one === 0) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('settle' as const), who, choice }) },
)

/** One of those under way, which arrives now, and perhaps once more later. */
function pick<T>(queue: T[], at: number, again: boolean): T | undefined {
  const index = at % Math.max(queue.length, 1)
  return again ? queue[index] : queue.splice(index, 1)[0]
}

class World {
  typedWords: string[] = []
  thrownAway = new Set<string>()
  server = new Server(this.thrownAway)
  keys = 0
  browsers: readonly [Browser, Browser]
  /** On their way to the server, and back. */
  asked: { who: 0 | 1; attempt: Attempt }[] = []
  answered: { who: 0 | 1; attempt: Attempt | null; answer: ReturnType<Server['answer']> | null; read: Content; readVersion: number; raisedTo?: number }[] = []
  /** The two versions each person last looked at: they choose between those, whatever happened since. */
  seen: [Clash | null, Clash | null] = [null, null]

  constructor() {
    const key = () => `key-${(this.keys += 1)}`
    this.browsers = [new Browser(this.server, key), new Browser(this.server, key)]
  }

  run(it: Step) {
    switch (it.do) {
      case 'type': {
        const { browser, field } = this.hand(it.who, it.field)
        const word = `w${this.typedWords.length}`
        this.typedWords.push(word)
        return browser.become(typed(browser.state, field, [String(shown(browser.state, field) ?? ''), word].filter(Boolean).join(' ')))
      }
      case 'erase': {
        const { browser, field } = this.hand(it.who, it.field)
        const [first, ...rest] = words(shown(browser.state, field))
        if (first === undefined) return undefined
        this.thrownAway.add(first)
        return browser.become(typed(browser.state, field, rest.join(' ') || null))
      }
      case 'file': return this.file(it.who, it.field)
      case 'send': return this.send(it.who)
      case 'lose': return this.lose(it.who)
      case 'reopen': return this.browsers[it.who].reopen()
      case 'read': return this.read(it.who)
      case 'look': return void (this.seen[it.who] = clashesOf(this.browsers[it.who].state)[0] ?? null)
      case 'arrive': return this.arrive(it.at, it.again)
      case 'return': return this.return(it.at, it.again)
      case 'settle': return this.settle(it.who, it.choice)
    }
  }

  hand(index: 0 | 1, field: number) {
    return { browser: this.browsers[index], field: fields[field] ?? 'pitch' }
  }

  send(index: 0 | 1) {
    const browser = this.browsers[index]
    const attempt = nextAttempt(browser.state, Number.MAX_SAFE_INTEGER, browser.keys())
    if (!attempt) return
    browser.become(sent(browser.state, attempt))
    this.asked.push({ who: index, attempt })
  }

  /** A file is there at once; that it is comes back later. */
  file(index: 0 | 1, field: number) {
    if (!this.browsers[index].state.exists || this.server.version === 0) return
    const raisedTo = this.server.giveFile(fields[field] ?? 'pitch')
    this.answered.push({ who: index, attempt: null, answer: null, read: {}, readVersion: 0, raisedTo })
  }

  /** The browser waits no longer; what it asked may still arrive. */
  lose(index: 0 | 1) {
    const browser = this.browsers[index]
    if (browser.state.attempt?.underWay) browser.become(refused(browser.state, browser.state.attempt.key, { kind: 'network' }, { now: 0, chance: 0 }))
  }

  arrive(at: number, again: boolean) {
    const one = pick(this.asked, at, again)
    if (!one) return
    const answer = this.server.answer(one.attempt)
    this.answered.push({ ...one, answer, read: { ...this.server.content }, readVersion: this.server.version })
  }

  return(at: number, again: boolean) {
    const one = pick(this.answered, at, again)
    if (one) this.browsers[one.who].take(one)
  }

  /** The whole draft is read; what was read comes back later. */
  read(index: 0 | 1) {
    const { version, content } = this.server
    if (version > 0 && this.browsers[index].state.exists) this.answered.push({ who: index, attempt: null, answer: null, read: { ...content }, readVersion: version })
  }

  settle(index: 0 | 1, chosen: Choice) {
    const browser = this.browsers[index]
    const clash = this.seen[index]
    this.seen[index] = null
    // What they have typed since stands in the field: one's own version is always in view.
    if (!clash || !clashesOf(browser.state).some(({ field }) => field === clash.field)) return
    const { field, theirs } = clash
    const mine = shown(browser.state, field)
    const value = chosen === 'mine' ? mine : chosen === 'theirs' ? theirs : [...new Set([...words(theirs), ...words(mine)])].join(' ')
    for (const word of [...words(mine), ...words(theirs)]) if (!words(value).has(word)) this.thrownAway.add(word)
    browser.become(settled(browser.state, { field, theirs, value }))
  }

  /** The network heals: everything under way arrives, everything is saved, every conflict settled, both look again. */
  heal() {
    for (let turn = 0; turn < 60; turn += 1) {
      for (const index of [0, 1] as const) {
        while (this.asked.length > 0) this.arrive(0, false)
        while (this.answered.length > 0) this.return(0, false)
        this.lose(index)
        this.browsers[index].become(resumed(this.browsers[index].state))
        if (turn > 2) {
          this.run({ do: 'look', who: index })
          this.settle(index, 'both')
        }
        this.send(index)
      }
    }
    for (const index of [0, 1] as const) this.read(index)
    while (this.answered.length > 0) this.return(0, false)
  }
}

test('no word is lost, none is overwritten unseen, and both end with the same text', () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 200, size: 'max' }), (steps) => {
    const world = new World()
    for (const each of steps) world.run(each)
    world.heal()
    const { content } = world.server
    const kept = new Set(fields.flatMap((field) => [...words(content[field])]))
    expect(world.typedWords.filter((word) => !kept.has(word) && !world.thrownAway.has(word))).toEqual([])
    for (const { state } of world.browsers) {
      expect([state.edits.size, state.left.length, state.attempt]).toEqual([0, 0, null])
      expect(fields.filter((field) => state.exists && !same(shown(state, field), content[field]))).toEqual([])
    }
  }), { numRuns: 2_000 })
}, 60_000)

test('somebody who writes alone is never asked to choose, whatever the network and the browser do', () => {
  fc.assert(fc.property(fc.array(step.map((each) => ({ ...each, who: 0 as const })), { maxLength: 150, size: 'max' }), (steps) => {
    const world = new World()
    for (const each of steps) {
      world.run(each)
      expect(clashesOf(world.browsers[0].state)).toEqual([])
    }
  }), { numRuns: 1_000 })
}, 60_000)

test('what is acknowledged was on the server at that version', () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 150, size: 'max' }), (steps) => {
    const world = new World()
    for (const each of steps) {
      const before = world.browsers.map(({ state }) => state)
      world.run(each)
      world.browsers.forEach(({ state }, index) => {
        expect(state.version).toBeGreaterThanOrEqual(each.do === 'reopen' ? 0 : (before[index]?.version ?? 0))
        expect(state.version).toBeLessThanOrEqual(world.server.version)
        const isLevel = state.version === world.server.version && state.attempt === null && state.exists
        expect(fields.filter((field) => isLevel && !same(state.held[field], world.server.content[field]))).toEqual([])
      })
    }
  }), { numRuns: 2_000 })
}, 60_000)

import { type Outcome, type Saved, whoIsSignedIn } from '#components/draft/draft-request.ts'
import { SaveQueue, signOutChannel } from '#components/draft/save-queue.ts'
import type { Content } from '#lib/domain/draft.ts'
import { acknowledged, type Attempt, begin, type Clash, heard, type LeftEdit, nextAttempt, raised, refused, restored, resumed, same, sent, settled, shown, signedOut, statusOf, type Sync, typed, wentOnline } from '#lib/domain/draft-sync.ts'

export type SessionStart = {
  person: string
  /** What names the writing on this device, before it has an identifier too. */
  place: string
  id: string | null
  version: number
  savedAt: string | null
  content: Content
  editable: Sync['editable']
  /** The server's clock when the page was made, and until when this person may go on; null where no clock ends it. */
  now: string
  closesAt: string | null
}

/** What is written as the server holds it. */
export type Held = Saved & { content: Content; editable: Sync['editable']; closesAt: string | null }
/** How what is written reaches the server. */
export type Remote = {
  save: (id: string, attempt: Attempt) => Promise<Outcome<Saved>>
  read: (id: string) => Promise<Outcome<Held>>
  /** The first save, where nothing is there yet; tells whether it made it, or found one. */
  create?: (attempt: Attempt) => Promise<Outcome<Saved & { id: string; isNew: boolean }>>
  /** What has an identifier now. */
  created?: (id: string) => void
}

/** `unknown` until the device was asked; `none` where it keeps nothing. */
export type Device = 'unknown' | 'kept' | 'writing' | 'none'
/** What the screen shows of a session; a new object at each change. `closesAt` is infinite where no clock ends it. */
export type View = { sync: Sync; device: Device; closesAt: number; isStranger: boolean; id: string | null }

/** How long typing pauses before it is saved, and after how long it is saved without a pause. */
const pause = 800
const longest = 6_000
/** A deadline is inclusive to its last second: after this it is over for certain. */
const over = 1_500
/** Timers run over beyond this. */
const longestTimer = 2 ** 31 - 1
/** While signed out in this browser: how often to look whether somebody signed in again. */
const lookAgain = 4_000

/** Saves what is written while it is typed, a draft or an evaluation: runs the machine of `draft-sync` against the network, the clock and the device. */
export class DraftSession {
  #view: View
  readonly #drawn: View
  readonly #start: SessionStart
  readonly #remote: Remote
  readonly #listeners = new Set<() => void>()
  readonly #fieldListeners = new Map<string, Set<() => void>>()
  readonly #taken = new Set<(field: string, value: unknown) => void>()
  #queue: SaveQueue | null = null
  /** Entries of earlier pages, to be taken away once they are taken up. */
  #left: { edit: LeftEdit; forget: () => void }[] = []
  #stop: AbortController | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #closing: ReturnType<typeof setTimeout> | undefined
  #typedAt = 0
  #begunAt = 0
  readonly #awake = new Set<string>()
  /** Server's clock less this device's, in milliseconds. */
  #offset: number

  constructor(start: SessionStart, remote: Remote) {
    this.#start = start
    this.#remote = remote
    this.#offset = 0
    const { id, version, savedAt, content, editable, closesAt } = start
    const sync = begin({ exists: id !== null, version, savedAt, content, editable })
    this.#drawn = { sync, device: 'unknown', closesAt: endOf(closesAt), isStranger: false, id }
    this.#view = this.#drawn
  }

  readonly view = (): View => this.#view

  /** What the page was drawn from. Its parts wake up one after the other, the last of them when others have been written in. */
  readonly drawn = (): View => this.#drawn

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The same for what concerns one field: a key in another one does not wake it. */
  readonly subscribeField = (field: string, listener: () => void): (() => void) => {
    const own = this.#fieldListeners.get(field) ?? new Set()
    this.#fieldListeners.set(field, own.add(listener))
    return () => own.delete(listener)
  }

  /** Tells when a field shows something its author did not type here: taken over, restored or chosen. */
  readonly onTaken = (listener: (field: string, value: unknown) => void): (() => void) => {
    this.#taken.add(listener)
    return () => this.#taken.delete(listener)
  }

  /** The same for one field, which from now on shows it for itself. Returns how to stop. */
  wake(name: string, show: (value: unknown) => void): () => void {
    this.#awake.add(name)
    const forget = this.onTaken((field, value) => field === name && show(value))
    return () => {
      this.#awake.delete(name)
      forget()
    }
  }

  isAwake(name: string): boolean {
    return this.#awake.has(name)
  }

  /** The server's time. */
  now(): number {
    return Date.now() + this.#offset
  }

  start(): void {
    this.#stop = new AbortController()
    const { signal } = this.#stop
    const [loaded] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    this.#offset = Date.parse(this.#start.now) - (performance.timeOrigin + (loaded?.responseStart ?? 0))
    addEventListener('online', () => this.#become(wentOnline(this.#view.sync, true)), { signal })
    addEventListener('offline', () => this.#become(wentOnline(this.#view.sync, false)), { signal })
    document.addEventListener('visibilitychange', () => (document.visibilityState === 'hidden' ? this.flush() : void this.lookAgain()), { signal })
    addEventListener('beforeunload', (event) => !this.isSafe && event.preventDefault(), { signal })
    const channel = new BroadcastChannel(signOutChannel)
    channel.addEventListener('message', ({ data }) => data === this.#start.person && this.#forgetDevice(), { signal })
    signal.addEventListener('abort', () => channel.close())
    if (!navigator.onLine) this.#become(wentOnline(this.#view.sync, false))
    this.#watchDeadline()
    this.#plan()
    void this.#openQueue()
  }

  stop(): void {
    this.#stop?.abort()
    clearTimeout(this.#timer)
    clearTimeout(this.#closing)
    this.#queue?.close()
    this.#queue = null
  }

  /** True when leaving the page loses nothing. */
  get isSafe(): boolean {
    return this.#view.sync.edits.size === 0 || this.#view.device === 'kept'
  }

  typed(field: string, value: unknown): void {
    this.#typedAt = Date.now()
    if (this.#view.sync.edits.size === 0) this.#begunAt = this.#typedAt
    this.#become(typed(this.#view.sync, field, value), field)
  }

  choose(clash: Clash, value: unknown): void {
    this.#become(settled(this.#view.sync, { ...clash, value }))
    this.flush()
  }

  /** A file given or taken out here raised the draft to this version. */
  raised(version: number): void {
    this.#become(raised(this.#view.sync, version))
  }

  /** Saves without waiting for a pause. */
  flush(): void {
    this.#typedAt = 0
    this.#plan()
  }

  /** Saves all there is; true once it is acknowledged, false where something is in the way that waiting does not help. */
  allSaved(): Promise<boolean> {
    this.flush()
    return new Promise((resolve) => {
      const look = () => {
        const { sync } = this.#view
        const { code } = statusOf(sync)
        if (code === 'saving' || code === 'unsaved') return
        forget()
        resolve(sync.edits.size === 0 && sync.trouble === null)
      }
      const forget = this.subscribe(look)
      look()
    })
  }

  /** Tries again now, whatever it was waiting for. */
  retry(): void {
    this.#become(resumed(this.#view.sync))
    this.flush()
  }

  /** Asks what has happened elsewhere: who is signed in, what others saved, whether the draft is still open. */
  async lookAgain(): Promise<void> {
    const { trouble, exists, attempt } = this.#view.sync
    const who = await whoIsSignedIn()
    if (who === undefined) return this.#plan()
    if (who !== this.#start.person) return this.#setOut(who !== null)
    this.#set({ isStranger: false })
    if (!this.#queue) await this.#openQueue()
    if (trouble?.kind === 'session') this.retry()
    else if (exists && !attempt) await this.#read()
  }

  /** In the last seconds nothing waits for a pause; once the second named is over, the server is asked what is still open. */
  #watchDeadline(): void {
    clearTimeout(this.#closing)
    const left = this.#view.closesAt - this.now()
    if (left < -over) return
    this.#closing = setTimeout(() => {
      if (this.#view.closesAt - this.now() > 0) return this.#watchDeadline()
      this.flush()
      this.#closing = setTimeout(() => void this.#read(), over)
    }, Math.min(Math.max(left, 0), longestTimer))
  }

  #setOut(isStranger: boolean): void {
    this.#set({ isStranger })
    this.#become(signedOut(this.#view.sync))
  }

  async #read(): Promise<void> {
    const { id } = this.#view
    if (id === null) return
    const answer = await this.#remote.read(id)
    if (!('ok' in answer)) return
    this.#hear(answer)
  }

  #hear({ version, savedAt, content, editable, closesAt }: Held): void {
    this.#set({ closesAt: endOf(closesAt) })
    this.#watchDeadline()
    this.#become(heard(this.#view.sync, { version, savedAt, content, editable }))
  }

  async #openQueue(): Promise<void> {
    const signal = this.#stop?.signal
    const { person, place } = this.#start
    try {
      const queue = await SaveQueue.open({ person, place, changed: () => this.#set({ device: this.#deviceState() }) })
      if (signal?.aborted) return queue.close()
      this.#queue = queue
      for (const [field, edit] of this.#view.sync.edits) queue.keep(field, edit)
      this.#set({ device: this.#deviceState() })
      await queue.adopt((left) => {
        this.#left.push(...left)
        this.#become(restored(this.#view.sync, left.map(({ edit }) => edit)))
      })
    } catch {
      this.#set({ device: 'none' })
    }
  }

  #deviceState(): Device {
    if (!this.#queue || this.#queue.isBroken) return 'none'
    return this.#queue.isKept ? 'kept' : 'writing'
  }

  /** Signed out in another tab: nothing may stay on the device, and nothing more is kept on it. */
  #forgetDevice(): void {
    this.#queue?.close()
    this.#queue = null
    this.#set({ device: 'none' })
    this.#become(signedOut(this.#view.sync))
  }

  #set(part: Partial<View>): void {
    const before = this.#view
    this.#view = { ...before, ...part }
    if (Object.keys(part).every((name) => before[name as keyof View] === this.#view[name as keyof View])) return
    for (const listener of this.#listeners) listener()
    const [was, is] = [before.sync, this.#view.sync]
    for (const [field, listeners] of this.#fieldListeners) {
      const isTouched = was.edits.get(field) !== is.edits.get(field) || was.held[field] !== is.held[field] || was.faults !== is.faults || was.editable !== is.editable
      if (isTouched) for (const listener of listeners) listener()
    }
  }

  /** Takes the next state in: keeps what changed on the device, shows what came from elsewhere, plans what is next. */
  #become(next: Sync, own?: string): void {
    const before = this.#view.sync
    if (next === before) return
    for (const field of new Set([...before.edits.keys(), ...next.edits.keys()])) {
      const edit = next.edits.get(field)
      if (edit !== before.edits.get(field)) this.#queue?.keep(field, edit ?? null)
    }
    const isTaken = ({ edit }: { edit: LeftEdit }) => !next.left.includes(edit)
    for (const { forget } of this.#left.filter(isTaken)) forget()
    this.#left = this.#left.filter((each) => !isTaken(each))
    this.#set({ sync: next, device: this.#queue ? this.#deviceState() : this.#view.device })
    this.#show(before, next, before.left.length === next.left.length ? own : undefined)
    this.#plan()
  }

  #show(before: Sync, next: Sync, own: string | undefined): void {
    const names = new Set([...Object.keys(next.held), ...before.edits.keys(), ...next.edits.keys()])
    for (const field of names) {
      const value = shown(next, field)
      if (field !== own && !same(shown(before, field), value)) for (const tell of this.#taken) tell(field, value)
    }
  }

  #plan(): void {
    clearTimeout(this.#timer)
    const { sync } = this.#view
    const { trouble, attempt } = sync
    if (!this.#stop || this.#stop.signal.aborted || attempt?.underWay) return
    if (trouble?.kind === 'session' && trouble.retryAt === null) return this.#after(lookAgain, () => void this.lookAgain())
    const now = Date.now()
    const isLast = this.#view.closesAt - this.now() < pause
    const wait = isLast && !trouble ? 0 : trouble ? (trouble.retryAt ?? Number.POSITIVE_INFINITY) - now : attempt ? 0 : Math.min(this.#typedAt + pause, this.#begunAt + longest) - now
    if (nextAttempt(sync, Number.MAX_SAFE_INTEGER, '') && Number.isFinite(wait)) this.#after(wait, () => void this.#try())
  }

  #after(wait: number, then: () => void): void {
    this.#timer = setTimeout(then, Math.max(0, wait))
  }

  async #try(): Promise<void> {
    const attempt = nextAttempt(this.#view.sync, Date.now(), crypto.randomUUID())
    // A timer may be a moment early.
    if (!attempt) return this.#plan()
    this.#begunAt = Date.now()
    this.#become(sent(this.#view.sync, attempt))
    const { id } = this.#view
    const answer = id === null ? await this.#create(attempt) : await this.#remote.save(id, attempt)
    if (!answer) return
    if ('ok' in answer) {
      this.#offset = Date.parse(answer.savedAt) - (Date.now() + this.#begunAt) / 2
      return this.#become(acknowledged(this.#view.sync, attempt.key, answer))
    }
    this.#become(refused(this.#view.sync, attempt.key, answer, { now: Date.now(), chance: Math.random() }))
    if (answer.kind === 'closed') await this.#read()
    if (answer.kind === 'gone' || answer.kind === 'session') await this.lookAgain()
  }

  /** The first save. Where a colleague was faster, or an answer was lost, what there is is read and taken in. */
  async #create(attempt: Attempt) {
    const made = await this.#remote.create?.(attempt)
    if (!made || !('ok' in made)) return made
    const read = made.isNew ? null : await this.#remote.read(made.id)
    if (read && !('ok' in read)) return read
    this.#set({ id: made.id })
    this.#remote.created?.(made.id)
    if (!read) return made
    this.#hear(read)
    return null
  }
}

const endOf = (closesAt: string | null) => (closesAt === null ? Number.POSITIVE_INFINITY : Date.parse(closesAt))

import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Edit, LeftEdit } from '#lib/domain/draft-sync.ts'

/** A person, what they write, the page they write it in, the field. None of them is a text of theirs. */
type Place = [person: string, draft: string, page: string, field: string]
type Sealed = { iv: Uint8Array<ArrayBuffer>; text: ArrayBuffer }
interface Device extends DBSchema {
  keys: { key: string; value: CryptoKey }
  edits: { key: Place; value: Sealed }
}

export const signOutChannel = 'passerelle.sign-out'

function openDevice(): Promise<IDBPDatabase<Device>> {
  return openDB<Device>('passerelle', 1, {
    upgrade(device) {
      device.createObjectStore('keys')
      device.createObjectStore('edits')
    },
    blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
  })
}

/** Everything of a person, of one of their drafts, or of a page: an array sorts after every text. */
const all = (...start: string[]) => IDBKeyRange.bound(start, [...start, []])

/** The person's key: made once, never to be read, not even by us. */
async function keyOf(device: IDBPDatabase<Device>, person: string): Promise<CryptoKey> {
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const turn = device.transaction('keys', 'readwrite')
  const known = await turn.store.get(person)
  if (!known) await turn.store.put(made, person)
  await turn.done
  return known ?? made
}

const boundTo = (place: Place) => new TextEncoder().encode(place.join('\n'))

async function seal(key: CryptoKey, place: Place, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return { iv, text: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: boundTo(place) }, key, new TextEncoder().encode(JSON.stringify(value))) }
}

async function unseal<T>(key: CryptoKey, place: Place, { iv, text }: Sealed): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: boundTo(place) }, key, text))) as T
}

/** Takes everything of a person off this device, and tells their other tabs. */
export async function purgeDevice(person: string): Promise<void> {
  const device = await openDevice()
  const turn = device.transaction(['keys', 'edits'], 'readwrite')
  await Promise.all([turn.objectStore('keys').delete(person), turn.objectStore('edits').delete(all(person) as never), turn.done])
  device.close()
  const channel = new BroadcastChannel(signOutChannel)
  const tell = channel.postMessage.bind(channel)
  tell(person)
  channel.close()
}

/** Whether anybody ever had anything kept on this device. */
export async function isDeviceUsed(): Promise<boolean> {
  const device = await openDevice()
  const keys = await device.count('keys')
  device.close()
  return keys > 0
}

/** How many fields of a person are kept here and not acknowledged. */
export async function countKept(person: string): Promise<number> {
  const device = await openDevice()
  const places = await device.getAllKeys('edits', all(person) as never)
  device.close()
  return new Set(places.map(([, draft, , field]) => `${draft} ${field}`)).size
}

type Kept = Edit & { order: number }

/**
 * What is typed and not acknowledged yet, kept encrypted on this device: one entry a field, written as fast as the
 * device takes it, the newest text each time. `place` names what is written, before it has an identifier too.
 */
export class SaveQueue {
  readonly #device: IDBPDatabase<Device>
  readonly #key: CryptoKey
  readonly #person: string
  readonly #place: string
  readonly #page = crypto.randomUUID()
  readonly #waiting = new Map<string, () => Promise<unknown>>()
  readonly #changed: () => void
  readonly #closing: Promise<void>
  #close = () => {}
  #order = 0
  #isWriting = false
  #isBroken = false

  private constructor(device: IDBPDatabase<Device>, key: CryptoKey, { person, place, changed }: { person: string; place: string; changed: () => void }) {
    this.#device = device
    this.#key = key
    this.#person = person
    this.#place = place
    this.#changed = changed
    this.#closing = new Promise((resolve) => (this.#close = resolve))
  }

  /** Rejects where the device keeps nothing, as in some private windows. `changed` is called when `isKept` may have. */
  static async open(asked: { person: string; place: string; changed: () => void }): Promise<SaveQueue> {
    const device = await openDevice()
    const queue = new SaveQueue(device, await keyOf(device, asked.person), asked)
    await queue.#hold(queue.#page, () => {})
    return queue
  }

  /** Runs `then` once no living page answers for `page`, and answers for it from then on. */
  #hold(page: string, then: () => Promise<void> | void): Promise<void> {
    if (!navigator.locks) return Promise.resolve(then())
    return new Promise((resolve, reject) => {
      navigator.locks.request(`passerelle.draft.${page}`, async () => {
        await then()
        resolve()
        await this.#closing
      }).catch(reject)
    })
  }

  /** True when all that was given to keep is on the device. */
  get isKept(): boolean {
    return this.#waiting.size === 0 && !this.#isWriting && !this.#isBroken
  }

  get isBroken(): boolean {
    return this.#isBroken
  }

  /** Keeps a field's edit instead of the one before; null once it is acknowledged. */
  keep(field: string, edit: Edit | null): void {
    const place: Place = [this.#person, this.#place, this.#page, field]
    this.#order += 1
    const kept: Kept | null = edit && { ...edit, order: performance.timeOrigin + this.#order }
    this.#waiting.set(field, async () => (kept ? this.#device.put('edits', await seal(this.#key, place, kept), place) : this.#device.delete('edits', place)))
    void this.#write()
  }

  async #write(): Promise<void> {
    if (this.#isWriting) return
    this.#isWriting = true
    for (let [next] = this.#waiting; next; [next] = this.#waiting) {
      const [name, write] = next
      this.#waiting.delete(name)
      try {
        await write()
        this.#isBroken = false
      } catch {
        this.#isBroken = true
      }
    }
    this.#isWriting = false
    this.#changed()
  }

  /**
   * Hands over what pages that are gone left of this draft, in the order it was typed: at once, or when the last of them
   * closes. `forget` takes an entry away, after everything given to keep before it.
   */
  async adopt(hand: (left: { edit: LeftEdit; forget: () => void }[]) => void): Promise<void> {
    const places = await this.#device.getAllKeys('edits', all(this.#person, this.#place) as never)
    const pages = new Set(places.map(([, , page]) => page))
    pages.delete(this.#page)
    for (const page of pages) void this.#hold(page, async () => hand(await this.#left(page))).catch(() => {})
  }

  async #left(page: string): Promise<{ edit: LeftEdit; forget: () => void }[]> {
    const range = all(this.#person, this.#place, page) as never
    const [places, sealed] = await Promise.all([this.#device.getAllKeys('edits', range), this.#device.getAll('edits', range)])
    const kept = await Promise.all(places.map((place, index) => unseal<Kept>(this.#key, place, sealed[index] as Sealed)))
    const left = kept.map(({ order, value, base, sent }, index) => {
      const place = places[index] as Place
      const forget = () => {
        this.#waiting.set(place.join(' '), async () => (this.#isBroken ? undefined : this.#device.delete('edits', place)))
        void this.#write()
      }
      return { order, edit: { field: place[3], value, base, sent }, forget }
    })
    return left.sort((a, b) => a.order - b.order)
  }

  close(): void {
    this.#close()
    this.#device.close()
  }
}

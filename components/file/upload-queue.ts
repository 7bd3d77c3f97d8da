import { digestOf, type Fault, type KeptUpload, sendUpload } from '#components/file/upload-request.ts'
import { faultOfSize, kindOfName } from '#lib/domain/file.ts'
import { cleanFileName } from '#lib/domain/file-name.ts'

/**
 * A file chosen and not yet kept. `waiting` for those before it · `sending`, with the share sent · `checking`: all of it
 * is there and is being looked at · `failed`, with the code of the sentence that says why, and the column it is about.
 */
export type Upload = { key: string; file: File; stage: 'waiting' | 'sending' | 'checking' | 'failed'; share: number; fault: string | null; column?: string }
/** `isIntact`: what came is what this browser sent, by its SHA-256; null when the browser cannot tell. */
export type Arrival = { kept: KeptUpload; isIntact: boolean | null }
type Target = { home: 'drafts' | 'programmes'; draftId: string | null; questionId: string | null; onArrival: (arrival: Arrival) => void; onFailure: (upload: Upload) => void }

/** Faults that may pass by themselves: the same file can be sent again. */
const passing = new Set(['network', 'server', 'session', 'file-cut', 'file-digest', 'unreadable'])

export function mayRetry({ fault }: Pick<Upload, 'fault'>): boolean {
  return fault !== null && passing.has(fault)
}

/** Sends the files given to one question, one after the other, each under a key of its own: trying again does nothing twice. */
export class UploadQueue {
  #target: Target = { home: 'drafts', draftId: null, questionId: null, onArrival: () => undefined, onFailure: () => undefined }
  #uploads: readonly Upload[] = []
  #running: { key: string; stop: AbortController } | null = null
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  readonly uploads = (): readonly Upload[] => this.#uploads

  /** Where files go from now on, and who hears of them. */
  aim(target: Target): void {
    this.#target = target
  }

  add(files: readonly File[]): void {
    for (const file of files) {
      const fault = faultBefore(file)
      const upload: Upload = { key: crypto.randomUUID(), file, stage: fault === null ? 'waiting' : 'failed', share: 0, fault }
      this.#set([...this.#uploads, upload])
      if (fault !== null) this.#target.onFailure(upload)
    }
    void this.#run()
  }

  /** Stops it, or takes it off the list when it has failed. */
  drop(key: string): void {
    this.#set(this.#uploads.filter((upload) => upload.key !== key))
    if (this.#running?.key === key) this.#running.stop.abort()
  }

  retry(key: string): void {
    this.#change(key, { stage: 'waiting', share: 0, fault: null })
    void this.#run()
  }

  async #run(): Promise<void> {
    const next = this.#uploads.find(({ stage }) => stage === 'waiting')
    const { home, draftId, questionId } = this.#target
    if (this.#running !== null || next === undefined || draftId === null) return
    const stop = new AbortController()
    this.#running = { key: next.key, stop }
    await this.#send(next, { home, draftId, questionId }, stop.signal)
    this.#running = null
    void this.#run()
  }

  async #send({ key, file }: Upload, to: { home: 'drafts' | 'programmes'; draftId: string; questionId: string | null }, signal: AbortSignal): Promise<void> {
    this.#change(key, { stage: 'sending' })
    const digest = await digestOf(file).then((sha256) => ({ sha256 }), () => null)
    if (digest === null) return this.#fail(key, { fault: 'unreadable' })
    if (signal.aborted) return
    const onProgress = (share: number) => this.#change(key, { share, stage: share < 1 ? 'sending' : 'checking' })
    const sent = await sendUpload({ ...to, key, file, ...digest }, { onProgress, signal })
    if (signal.aborted) return
    if ('fault' in sent) return this.#fail(key, sent)
    this.#set(this.#uploads.filter((upload) => upload.key !== key))
    this.#target.onArrival({ kept: sent.kept, isIntact: digest.sha256 === undefined ? null : digest.sha256 === sent.kept.receivedSha256 })
  }

  #fail(key: string, why: Fault): void {
    this.#change(key, { stage: 'failed', ...why })
    const failed = this.#uploads.find((upload) => upload.key === key)
    if (failed) this.#target.onFailure(failed)
  }

  #change(key: string, change: Partial<Upload>): void {
    this.#set(this.#uploads.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)))
  }

  #set(uploads: readonly Upload[]): void {
    this.#uploads = uploads
    for (const listener of this.#listeners) listener()
  }
}

/** What can be said of a file before its first byte is sent; what it holds is judged where it is kept. */
function faultBefore({ name, size }: File): string | null {
  const kept = cleanFileName(name)
  if (kept === undefined) return 'file-name'
  return kindOfName(kept) === undefined ? 'file-kind' : (faultOfSize(size) ?? null)
}

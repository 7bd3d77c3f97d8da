import { Agent, request } from 'node:http'

/** One save the portal said it kept; of a measurement, `sha256` is its attempt, the state it was said to be in and its note. */
export type Ack = { of: Saved; id: string; version: number; sha256: string }
export type Saved = 'draft' | 'evaluation' | 'measurement submitted' | 'measurement drafted'
/** Where they save, from which version on, and the text they rewrite; or, with `adds`, what they enter anew each time. */
export type AckWriter = { of: Saved; id: string; cookie: string; path: string; field: string; version: number; adds?: Record<string, unknown> }

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/**
 * Writers that save one after the other until told to stop, as the editor does: an attempt without an answer is tried
 * again under the same key. Every answer is written down here, outside of the system it is about.
 */
export class AckLog {
  readonly acks: Ack[] = []
  /** Answers nobody should get, by status. */
  readonly wrong: Record<string, number> = {}
  #stopped = false
  #agent: Agent
  #address: string
  #done: Promise<unknown>

  constructor(address: string, writers: readonly AckWriter[]) {
    this.#address = address
    this.#agent = new Agent({ keepAlive: true, maxSockets: writers.length })
    this.#done = Promise.all(writers.map((writer) => this.#write(writer)))
  }

  async stop(): Promise<void> {
    this.#stopped = true
    await this.#done
    this.#agent.destroy()
  }

  async #write(writer: AckWriter): Promise<void> {
    const { of, id, field } = writer
    for (let { version } = writer; !this.#stopped; ) {
      const key = crypto.randomUUID()
      const body = JSON.stringify(writer.adds ? { ...writer.adds, [field]: `${id} ${version}` } : { fields: { [field]: `${id} ${version}` } })
      let answer = await this.#send(writer, version, key, body)
      for (; !answer || answer.status === 503 || answer.status === 500; answer = await this.#send(writer, version, key, body)) {
        if (this.#stopped) return
        await pause(20)
      }
      if (writer.adds && (answer.status === 200 || answer.status === 201)) {
        const made = JSON.parse(answer.text) as { id: string; version: number; state: string }
        this.acks.push({ of, id: made.id, version: made.version, sha256: `${key} ${made.state} ${id} ${version}` })
        version += 1
      } else if (answer.status === 200) {
        const saved = JSON.parse(answer.text) as { version: number; sha256: string }
        this.acks.push({ of, id, version: saved.version, sha256: saved.sha256 })
        version = saved.version
      } else {
        this.wrong[answer.status] = (this.wrong[answer.status] ?? 0) + 1
        return
      }
    }
  }

  /** Undefined when the connection broke before a whole answer came. */
  #send({ path, cookie, adds }: AckWriter, version: number, key: string, body: string): Promise<{ status: number; text: string } | undefined> {
    const { hostname, port, origin } = new URL(this.#address)
    return new Promise((resolve) => {
      const sent = request({
        hostname, port, path, method: adds ? 'POST' : 'PUT', agent: this.#agent, timeout: 10_000,
        headers: { cookie, origin, 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)), 'if-match': `"${version}"`, 'idempotency-key': key },
      }, (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text })).on('error', () => resolve(undefined))
      })
      sent.on('timeout', () => sent.destroy()).on('error', () => resolve(undefined)).end(body)
    })
  }
}

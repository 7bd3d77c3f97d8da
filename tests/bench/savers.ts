import { Agent, request } from 'node:http'
import { once } from 'node:events'

/** Clients that save one after the other, each on a connection of its own, in a process apart from the server. */
/** `field`: the text that is rewritten each time, a draft's summary unless said otherwise. */
export type Saver = { path: string; id: string; version: number; headers: Record<string, string>; field?: string }
export type Load = { address: string; savers: Saver[]; seconds: number }
/** Saves answered 200, milliseconds each took, and what else was answered. */
export type Result = { rate: number; p50: number; p99: number; wrong: Record<string, number> }

const [{ address, savers, seconds }] = (await once(process, 'message')) as [Load]
const agent = new Agent({ keepAlive: true, maxSockets: savers.length })
const { hostname, port } = new URL(address)
const paragraph = 'Nous rappelons chaque personne deux jours après sa sortie. '.repeat(8)
const times: number[] = []
const wrong: Record<string, number> = {}
let stopAt = 0

function put(saver: Saver, body: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = { ...saver.headers, 'content-type': 'application/json', 'if-match': `"${saver.version}"`, 'idempotency-key': crypto.randomUUID(), 'content-length': String(Buffer.byteLength(body)) }
    const sent = request({ hostname, port, path: saver.path, method: 'PUT', agent, headers }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk)).on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
    })
    sent.on('error', reject).end(body)
  })
}

async function save(saver: Saver) {
  while (performance.now() < stopAt) {
    const from = performance.now()
    const { status, text } = await put(saver, JSON.stringify({ id: saver.id, fields: { [saver.field ?? 'summary']: `${paragraph}${times.length}` } }))
    if (status === 200) times.push(performance.now() - from)
    else wrong[status] = (wrong[status] ?? 0) + 1
    if (status === 200) saver.version = (JSON.parse(text) as { version: number }).version
  }
}

stopAt = performance.now() + seconds * 1_000
await Promise.all(savers.map(save))
const sorted = times.sort((a, b) => a - b)
const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
process.send?.({ rate: sorted.length / seconds, p50: at(0.5), p99: at(0.99), wrong } satisfies Result)
agent.destroy()
process.disconnect()

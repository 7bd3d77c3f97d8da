import { connect } from 'node:net'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import type { ScanState } from '#lib/domain/file.ts'
import { env } from '#lib/env.ts'

/** Milliseconds without a sign from the scanner after which the file waits for another try. */
const patience = 20_000

/**
 * Asks the ClamAV daemon about a file (clamd(8), INSTREAM): `safe`, `infected`, or `pending` when it cannot be reached,
 * does not answer or answers anything else; `none` where no scanner is set up. Never rejects; always lets go of the stream.
 */
export async function scanFile(stream: Readable, scanner = env().CLAMD_URL, wait = patience): Promise<ScanState> {
  try {
    return scanner === undefined ? 'none' : verdict(await ask(stream, new URL(scanner), wait))
  } catch {
    return 'pending'
  } finally {
    stream.destroy()
  }
}

function verdict(answer: string): ScanState {
  if (/^stream: OK\0?$/.test(answer)) return 'safe'
  return /^stream: .+ FOUND\0?$/.test(answer) ? 'infected' : 'pending'
}

/** The answer is collected from the first byte on: the daemon may give it, and hang up, before it has read all. */
async function ask(stream: Readable, { hostname, port }: URL, wait: number): Promise<string> {
  const socket = connect({ host: hostname.replaceAll(/[[\]]/g, ''), port: Number(port) })
  socket.setTimeout(wait, () => socket.destroy(new Error('the scanner is silent')))
  try {
    const [answer] = await Promise.all([text(socket), pipeline(stream, inFrames, socket, { end: false })])
    return answer
  } finally {
    socket.destroy()
  }
}

/** Each piece behind its length, an empty one at the end. */
async function* inFrames(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0')
  for await (const piece of pieces) {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(piece.byteLength)
    yield length
    yield piece
  }
  yield Buffer.alloc(4)
}

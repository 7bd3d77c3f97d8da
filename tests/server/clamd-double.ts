import { createServer, type AddressInfo, type Socket } from 'node:net'
import { eicar } from '#tests/server/corpus.ts'

export type ClamdDouble = { url: string; received: Buffer[]; close: () => void }

/**
 * A daemon that speaks INSTREAM (clamd(8)): finds the test virus, refuses more than `limit` bytes, or does what
 * `instead` says once it has the whole file.
 */
export async function clamdDouble({ limit = 25 * 1024 * 1024, instead }: { limit?: number; instead?: (socket: Socket) => void } = {}): Promise<ClamdDouble> {
  const received: Buffer[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    void listen(socket, limit).then((file) => {
      if (file === undefined) return socket.end('INSTREAM size limit exceeded. ERROR\0')
      received.push(file)
      if (instead) return instead(socket)
      return socket.end(file.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

const command = Buffer.from('zINSTREAM\0')

/** The file out of its frames; undefined once there is more than `limit`. */
function listen(socket: Socket, limit: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const file: Buffer[] = []
    let [waiting, size, position] = [Buffer.alloc(0), 0, command.length]
    socket.on('data', (data: Buffer) => {
      waiting = Buffer.concat([waiting, data])
      if (!waiting.subarray(0, command.length).equals(command.subarray(0, waiting.length))) return reject(new Error('not INSTREAM'))
      while (waiting.length >= position + 4 && waiting.length >= position + 4 + waiting.readUInt32BE(position)) {
        const length = waiting.readUInt32BE(position)
        if (length === 0) return resolve(Buffer.concat(file))
        if ((size += length) > limit) return resolve(undefined)
        file.push(waiting.subarray(position + 4, position + 4 + length))
        position += 4 + length
      }
    })
  })
}

import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import loadHighs from 'highs'
import type { AssignmentResult } from '#lib/domain/assignment-result.ts'
import { assignmentProblem } from '#lib/domain/assignment.ts'
import { solve } from '#lib/server/assignment/solve.ts'
import type { Answer } from '#lib/server/thread.ts'

/** What is answered instead of the solver's own last words when memory ran out. */
const tooLarge = 'too-large'

/** Bytes the solver may take: beyond the first the thread ends afterwards, beyond the second the question is given up. No bound outside of a thread. */
const [much, most] = [64 * 2 ** 20, ((workerData as { memory: number } | null)?.memory ?? Number.POSITIVE_INFINITY) * 2 ** 20]

const page = 2 ** 16
let outgrown = false
const { grow } = WebAssembly.Memory.prototype
WebAssembly.Memory.prototype.grow = function (pages) {
  if (this.buffer.byteLength + pages * page > most) {
    outgrown = true
    throw new RangeError('The solver would need too much memory.')
  }
  return grow.call(this, pages)
}

const compiled = readFile(fileURLToPath(import.meta.resolve('highs/runtime'))).then((bytes) => WebAssembly.compile(bytes))

parentPort?.on('message', async (job: unknown) => {
  parentPort?.postMessage(await answerTo(job), [])
})

/** Each question gets a solver of its own: equal questions meet equal solvers. */
async function answerTo(job: unknown): Promise<Answer<AssignmentResult>> {
  outgrown = false
  try {
    const highs = await loadHighs({ wasmModule: await compiled })
    return { ok: true, made: solve(highs, assignmentProblem.parse(job)), spent: highs.memoryBytes > much }
  } catch (error) {
    return { ok: false, reason: outgrown ? tooLarge : error instanceof Error ? error.message : String(error) }
  }
}

import { describe, expect, it, vi } from 'vitest'
import { Queue, QueueFull } from '#db/queue.ts'

function deferred() {
  let release = () => {}
  const done = new Promise<void>((resolve) => (release = resolve))
  return { done, release }
}

describe('Queue', () => {
  it('runs at most its places at once, in order of arrival', async () => {
    const queue = new Queue(2, 1_000)
    const order: number[] = []
    const gates = [deferred(), deferred(), deferred()]
    const runs = gates.map((gate, index) => queue.run(async () => {
      order.push(index)
      await gate.done
    }))
    await Promise.resolve()
    expect(order).toEqual([0, 1])
    gates[1]?.release()
    await runs[1]
    await vi.waitFor(() => expect(order).toEqual([0, 1, 2]))
    gates.forEach(({ release }) => release())
    await Promise.all(runs)
  })

  it('says so when no place frees in time, and serves the next one still', async () => {
    vi.useFakeTimers()
    const queue = new Queue(1, 3_000)
    const gate = deferred()
    const first = queue.run(() => gate.done)
    const second = queue.run(async () => 'late').catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(3_000)
    expect(await second).toBeInstanceOf(QueueFull)
    vi.useRealTimers()
    gate.release()
    await first
    expect(await queue.run(async () => 'served')).toBe('served')
  })
})

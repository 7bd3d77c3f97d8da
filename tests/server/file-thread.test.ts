import { expect, test } from 'vitest'
import { fileThread } from '#lib/server/document/thread.ts'
import type { Job } from '#lib/server/document/maker.ts'

const sheet = (rows: number): Job => ({ make: 'spreadsheet', input: { locale: 'fr', sheet: 'Essai', columns: [{ title: 'Nom', kind: 'text' }], rows: Array.from({ length: rows }, (_, index) => [`ligne ${index}`]) } })
const patient = { patience: 30_000, limit: 60_000, idle: 60_000 }

test('a file whose turn does not come in time is refused as busy; those before and after are made', async () => {
  const make = fileThread({ ...patient, patience: 1 })
  const first = make(sheet(20_000))
  await expect(make(sheet(1))).rejects.toMatchObject({ kind: 'refusal', code: 'busy', retryAfter: 1 })
  expect((await first).length).toBeGreaterThan(50_000)
  expect((await make(sheet(1))).length).toBeGreaterThan(2_000)
})

test('a file that takes too long is given up, and so is its thread; the next has one of its own', async () => {
  const times = { ...patient, limit: 1 }
  const make = fileThread(times)
  await expect(make(sheet(20_000))).rejects.toThrow('more than 0.001 s')
  times.limit = patient.limit
  const next = await make(sheet(1))
  expect([next.length > 2_000, next.length < 10_000]).toEqual([true, true])
})

test('what cannot be made says why, and the thread stays', async () => {
  const make = fileThread(patient)
  await expect(make({ make: 'spreadsheet', input: { locale: 'fr', sheet: '', columns: [{ title: 'n', kind: 'number' }], rows: [['x']] } })).rejects.toThrow('Row 1, column “n”: not a number.')
  expect((await make(sheet(1))).length).toBeGreaterThan(2_000)
})

test('while a large file is made, the process goes on', async () => {
  const make = fileThread(patient)
  await make(sheet(1))
  let turns = 0
  const beat = setInterval(() => (turns += 1), 5)
  const begun = performance.now()
  await make(sheet(50_000))
  const took = performance.now() - begun
  clearInterval(beat)
  expect(turns).toBeGreaterThan(took / 5 / 4)
})

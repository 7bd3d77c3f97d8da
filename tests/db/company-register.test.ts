import { afterEach, describe, expect, test, vi } from 'vitest'
import { createCompanyRegister } from '#lib/server/organisation/company-register.ts'
import { json, laPoste, nobody, numbers, play, startRegister, status, type RegisterDouble } from '#tests/company-register/double.ts'

const unreachable = { outcome: 'unreachable' }
const hour = 3_600_000
const toStop: RegisterDouble[] = []
afterEach(async () => { await Promise.all(toStop.splice(0).map((double) => double.stop())) })

/** A register of the portal's before a double, on a clock the test turns. */
async function before(answer: Parameters<typeof startRegister>[0] = play) {
  const double = await startRegister(answer)
  toStop.push(double)
  const clock = { time: Date.parse('2026-05-12T10:00:00Z') }
  return { double, clock, register: createCompanyRegister({ address: double.address, agent: 'Passerelle (http://portal.test)', now: () => clock.time }) }
}

/** The nth number of many, as the register would see it: whether it is somebody's plays no part. */
const nth = (number: number) => String(100_000_000 + number)

async function timed<T>(work: Promise<T>): Promise<{ result: T; took: number }> {
  const start = performance.now()
  return { result: await work, took: performance.now() - start }
}

describe('the company register', () => {
  test('is asked once a day about a company it knows, saying who asks', async () => {
    const { double, clock, register } = await before()
    const first = await register.lookUp(numbers.found)
    expect(first).toMatchObject({ outcome: 'found', company: { siren: numbers.found, name: 'LA POSTE', postcode: '75015' } })
    clock.time += 24 * hour - 1
    expect(await register.lookUp(numbers.found)).toEqual(first)
    expect(double.asked).toEqual([{ siren: numbers.found, path: '/search?q=356000000&minimal=true&include=siege&per_page=1', agent: 'Passerelle (http://portal.test)' }])
    clock.time += 1
    await register.lookUp(numbers.found)
    expect(double.asked).toHaveLength(2)
  })

  test('is asked again after an hour about a number it does not know: companies get registered', async () => {
    const { double, clock, register } = await before()
    expect(await register.lookUp(numbers.unknown)).toEqual({ outcome: 'unknown', why: 'absent' })
    expect(await register.lookUp(numbers.undisclosed)).toEqual({ outcome: 'unknown', why: 'undisclosed' })
    clock.time += hour - 1
    await Promise.all([register.lookUp(numbers.unknown), register.lookUp(numbers.undisclosed)])
    expect(double.asked).toHaveLength(2)
    clock.time += 1
    await Promise.all([register.lookUp(numbers.unknown), register.lookUp(numbers.undisclosed)])
    expect(double.asked).toHaveLength(4)
  })

  test('is asked once by twenty at the same moment', async () => {
    const { double, register } = await before()
    const answers = await Promise.all(Array.from({ length: 20 }, () => register.lookUp(numbers.found)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(double.asked).toHaveLength(1)
  })

  test.each([
    ['never answers', () => () => {}],
    ['stops in the middle of its answer', () => (response: { writeHead: (code: number) => { write: (text: string) => void } }) => response.writeHead(200).write('{"results": [')],
  ] as const)('that %s is left after two seconds, and nobody waits for it next', async (_how, answer) => {
    const { double, clock, register } = await before(answer as never)
    const { result, took } = await timed(register.lookUp(numbers.found))
    expect(result).toEqual(unreachable)
    expect(took).toBeGreaterThan(1_900)
    expect(took).toBeLessThan(2_400)
    const next = await timed(register.lookUp(numbers.unknown))
    expect([next.result, next.took < 50, double.asked.length]).toEqual([unreachable, true, 1])
    clock.time += 5_000
    void register.lookUp(numbers.unknown)
    await vi.waitFor(() => expect(double.asked).toHaveLength(2))
  })

  test.each([
    ['429 for two minutes', { 'Retry-After': '120' }, 429, 120_000],
    ['429 until a date', { 'Retry-After': 'Tue, 12 May 2026 10:00:30 GMT' }, 429, 30_000],
    ['429 without saying how long', {}, 429, 5_000],
    ['429 in words', { 'Retry-After': 'soon' }, 429, 5_000],
    ['429 for a year', { 'Retry-After': '31536000' }, 429, hour],
    ['503 for a minute', { 'Retry-After': '60' }, 503, 60_000],
    ['500', {}, 500, 5_000],
  ] as const)('that answers %s is left alone that long', async (_what, headers, code, pause) => {
    const { double, clock, register } = await before((siren) => (siren === numbers.failing ? status(code, headers) : play(siren)))
    expect(await register.lookUp(numbers.failing)).toEqual(unreachable)
    clock.time += pause - 1
    expect(await register.lookUp(numbers.found)).toEqual(unreachable)
    expect(double.asked).toHaveLength(1)
    clock.time += 1
    expect(await register.lookUp(numbers.found)).toMatchObject({ outcome: 'found' })
  })

  test.each([
    ['is not JSON', (response: Parameters<ReturnType<typeof json>>[0]) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>Maintenance</html>')],
    ['has another shape', json({ resultats: [] })],
    ['leads elsewhere', status(302, { Location: '/search?q=356000000' })],
    ['ends too early', (response: Parameters<ReturnType<typeof json>>[0]) => response.writeHead(200, { 'Content-Length': '1000' }).end('{"results"', () => response.destroy())],
  ] as const)('whose answer %s counts as not reached, and is asked again', async (_what, wrong) => {
    let answer: ReturnType<typeof json> = wrong
    const { double, clock, register } = await before(() => answer)
    expect(await register.lookUp(numbers.found)).toEqual(unreachable)
    expect(double.asked).toHaveLength(1)
    answer = json(laPoste)
    clock.time += 5_000
    expect(await register.lookUp(numbers.found)).toMatchObject({ outcome: 'found' })
  })

  test('that nobody runs is said to be unreachable at once, without a word on the console', async () => {
    const said = (['error', 'warn', 'log'] as const).map((method) => vi.spyOn(console, method))
    const { double, register } = await before()
    await double.stop()
    toStop.pop()
    const { result, took } = await timed(register.lookUp(numbers.found))
    expect([result, took < 500]).toEqual([unreachable, true])
    expect(said.flatMap(({ mock }) => mock.calls)).toEqual([])
    vi.restoreAllMocks()
  })

  test('that is switched off is asked nothing', async () => {
    const { result, took } = await timed(createCompanyRegister({ address: null, agent: 'none' }).lookUp(numbers.found))
    expect([result, took < 50]).toEqual([unreachable, true])
  })

  test('is asked five questions a second at most; the sixth does not wait for its turn', async () => {
    const { double, clock, register } = await before()
    const answers = await Promise.all(Array.from({ length: 6 }, (_, number) => register.lookUp(nth(number))))
    expect(answers.map(({ outcome }) => outcome)).toEqual([...Array.from({ length: 5 }, () => 'unknown'), 'unreachable'])
    clock.time += 999
    expect(await register.lookUp(nth(5))).toEqual(unreachable)
    expect(double.asked).toHaveLength(5)
    clock.time += 1
    expect(await register.lookUp(nth(5))).toMatchObject({ outcome: 'unknown' })
  })

  test('is remembered for the thousand numbers last asked for', async () => {
    const { double, clock, register } = await before(() => json(nobody))
    for (let number = 0; number < 1_000; number += 1, clock.time += 200) await register.lookUp(nth(number))
    await register.lookUp(nth(0))
    expect(double.asked).toHaveLength(1_000)
    await register.lookUp(nth(1_000))
    clock.time += 200
    await register.lookUp(nth(0))
    expect(double.asked).toHaveLength(1_001)
    await register.lookUp(nth(1))
    expect(double.asked).toHaveLength(1_002)
  })
})

import { readCompanyAnswer, type CompanyOutcome } from '#lib/domain/company.ts'
import { env } from '#lib/env.ts'

/** How long an answer is waited for, body included. */
const patience = 2_000
/** After a failure nobody is kept waiting for the same one again. */
const pauseAfterFailure = 5_000
const longestPause = 3_600_000
/** The service takes seven from one address and thirty from a whole network provider. */
const questionsPerSecond = 5
const mostKept = 1_000
/** Milliseconds an answer is believed; what could not be asked is never kept. */
const believed = { found: 24 * 3_600_000, unknown: 3_600_000 }

const unreachable: CompanyOutcome = { outcome: 'unreachable' }

export type CompanyRegister = { lookUp(siren: string): Promise<CompanyOutcome> }

/**
 * Asks the register about one number at a time and remembers, in this process. `address` null: asks nobody.
 * Never throws and never says why it could not ask: whoever waits goes on without.
 * Limits and pauses as the service's own description has them (7 requests/s, 429 with `Retry-After`, a telling `User-Agent`).
 */
export function createCompanyRegister({ address, agent, now = Date.now }: { address: string | null; agent: string; now?: () => number }): CompanyRegister {
  const kept = new Map<string, { outcome: CompanyOutcome; until: number }>()
  const underWay = new Map<string, Promise<CompanyOutcome>>()
  let departures: number[] = []
  let pausedUntil = 0

  function recall(siren: string): CompanyOutcome | undefined {
    const memory = kept.get(siren)
    kept.delete(siren)
    if (!memory || memory.until <= now()) return undefined
    // What was asked for last is forgotten last.
    kept.set(siren, memory)
    return memory.outcome
  }

  function keep(siren: string, outcome: CompanyOutcome) {
    if (outcome.outcome === 'unreachable') return
    kept.set(siren, { outcome, until: now() + believed[outcome.outcome] })
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break
      kept.delete(oldest)
    }
  }

  function mayDepart(): boolean {
    departures = departures.filter((time) => time > now() - 1_000)
    return now() >= pausedUntil && departures.length < questionsPerSecond
  }

  async function ask(siren: string): Promise<CompanyOutcome> {
    try {
      const response = await fetch(`${address}/search?q=${siren}&minimal=true&include=siege&per_page=1`, {
        headers: { Accept: 'application/json', 'User-Agent': agent }, signal: AbortSignal.timeout(patience), redirect: 'error', cache: 'no-store',
      })
      const outcome = response.ok ? readCompanyAnswer(await response.json(), siren) : unreachable
      if (outcome.outcome === 'unreachable') {
        pausedUntil = now() + pauseAsked(response.headers.get('retry-after'), now())
        if (!response.bodyUsed) await response.body?.cancel()
      }
      keep(siren, outcome)
      return outcome
    } catch {
      pausedUntil = now() + pauseAfterFailure
      return unreachable
    }
  }

  return {
    async lookUp(siren) {
      const known = recall(siren) ?? underWay.get(siren)
      if (known) return known
      if (address === null || !mayDepart()) return unreachable
      departures.push(now())
      const asked = ask(siren).finally(() => underWay.delete(siren))
      underWay.set(siren, asked)
      return asked
    },
  }
}

/** Milliseconds from `Retry-After`, in seconds or as a date; an hour at most. */
function pauseAsked(header: string | null, now: number): number {
  if (header === null) return pauseAfterFailure
  const asked = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now
  return Number.isNaN(asked) ? pauseAfterFailure : Math.min(Math.max(asked, 1_000), longestPause)
}

/** The portal's own, one per process: pages and handlers are bundled apart but share the limits. */
export function companyRegister(): CompanyRegister {
  const { COMPANY_REGISTER_URL: url, PORTAL_URL } = env()
  return ((globalThis as { portalCompanyRegister?: CompanyRegister }).portalCompanyRegister ??= createCompanyRegister({
    address: url === 'off' ? null : url,
    agent: `Passerelle (${PORTAL_URL})`,
  }))
}

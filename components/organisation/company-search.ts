'use client'
import { useEffect, useRef, useState } from 'react'
import type { CompanyOutcome } from '#lib/domain/company.ts'

/** The register is given two seconds by the portal; beyond this the portal itself is away. */
const patience = 6_000

export type CompanySearch = { siren: string; outcome: CompanyOutcome | 'looking' } | null

/** Asks the portal about a SIREN, one at a time: what was asked before is dropped. Whatever fails is `unreachable`. */
export function useCompanySearch(address: string): [CompanySearch, (siren: string) => void] {
  const [search, setSearch] = useState<CompanySearch>(null)
  const running = useRef<AbortController>(null)
  useEffect(() => () => running.current?.abort(), [])

  async function look(siren: string) {
    running.current?.abort()
    const mine = (running.current = new AbortController())
    setSearch({ siren, outcome: 'looking' })
    const outcome = await ask(address + siren, AbortSignal.any([mine.signal, AbortSignal.timeout(patience)]))
    if (!mine.signal.aborted) setSearch({ siren, outcome })
  }
  return [search, (siren) => void look(siren)]
}

async function ask(address: string, signal: AbortSignal): Promise<CompanyOutcome> {
  try {
    const response = await fetch(address, { headers: { Accept: 'application/json' }, signal })
    return response.ok ? ((await response.json()) as CompanyOutcome) : { outcome: 'unreachable' }
  } catch {
    return { outcome: 'unreachable' }
  }
}

import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The example of the service's own OpenAPI description. */
export const laPoste = JSON.parse(readFileSync(new URL('la-poste.json', import.meta.url), 'utf8')) as { results: Record<string, unknown>[] }
/** What it answers about a number nobody has, or a unit that is not published at all. */
export const nobody = { results: [], total_results: 0, page: 1, per_page: 1, total_pages: 0 }

/** Numbers with a fate in `play`; any other is nobody's. */
export const numbers = { found: '356000000', unknown: '732829320', undisclosed: '123456782', ceased: '552100554', failing: '987654324' } as const

type Answer = (response: ServerResponse) => void
export type RegisterDouble = { address: string; asked: { siren: string; path: string; agent: string | undefined }[]; stop(): Promise<void> }

export const json = (body: unknown): Answer => (response) => response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
export const status = (code: number, headers: Record<string, string> = {}): Answer => (response) => response.writeHead(code, headers).end('{"erreur":"non"}')

/** A unit whose name and address were kept from publication, as the service masks those of a natural person. */
function undisclosed(siren: string) {
  const [unit] = laPoste.results
  const mask = '[NON-DIFFUSIBLE]'
  const siege = { ...(unit?.siege as Record<string, unknown>), adresse: mask, code_postal: mask, siret: `${siren}00012` }
  return { ...laPoste, results: [{ ...unit, siren, nom_complet: mask, nom_raison_sociale: mask, nature_juridique: '1000', statut_diffusion: 'P', siege }] }
}

/** The recorded answers. */
export function play(siren: string): Answer {
  if (siren === numbers.found) return json(laPoste)
  if (siren === numbers.ceased) return json({ ...laPoste, results: [{ ...laPoste.results[0], siren, nom_complet: 'EXEMPLE', nom_raison_sociale: 'EXEMPLE', etat_administratif: 'C', siege: null }] })
  if (siren === numbers.undisclosed) return json(undisclosed(siren))
  return siren === numbers.failing ? status(503) : json(nobody)
}

/** A company register on this machine that plays recorded answers and remembers what it was asked. */
export async function startRegister(answer: (siren: string) => Answer = play): Promise<RegisterDouble> {
  const asked: RegisterDouble['asked'] = []
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://register.test')
    const siren = searchParams.get('q') ?? ''
    asked.push({ siren, path: request.url ?? '', agent: request.headers['user-agent'] })
    if (pathname === '/search') answer(siren)(response)
    else status(404)(response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async stop() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

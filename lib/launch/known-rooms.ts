import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The rooms the built portal has (first path segments after the language, '' for the home page), read from its manifest. */
export function knownRooms(buildFolder: string): ReadonlySet<string> {
  const routes = JSON.parse(readFileSync(join(buildFolder, 'app-path-routes-manifest.json'), 'utf8')) as Record<string, string>
  const rooms = Object.values(routes).flatMap((route) => /^\/\[locale\](?:\/([^/[]+))?(?:\/|$)/.exec(route)?.slice(1) ?? [])
  return new Set(rooms.map((room) => room ?? ''))
}

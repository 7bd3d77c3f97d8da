import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the built portal can answer, read from its manifest: a name not in it needs no rendering to be told so. */
export type Known = {
  /** First path segments after the language, '' for the home page. */
  rooms: ReadonlySet<string>
  /** Files at the root, such as "/icon.svg" and "/robots.txt". */
  files: ReadonlySet<string>
}

export function readKnown(buildFolder: string): Known {
  const routes = Object.values(JSON.parse(readFileSync(join(buildFolder, 'app-path-routes-manifest.json'), 'utf8')) as Record<string, string>)
  const rooms = routes.flatMap((route) => /^\/\[locale\](?:\/([^/[]+))?(?:\/|$)/.exec(route)?.slice(1) ?? [])
  return {
    rooms: new Set(rooms.map((room) => room ?? '')),
    files: new Set([...routes.filter((route) => /^\/[^/]+\.[^/]+$/.test(route)), ...readdirSync('public').map((name) => `/${name}`)]),
  }
}

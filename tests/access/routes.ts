import { globSync } from 'node:fs'

export const personas = ['visitor', 'founder', 'rival', 'scorer', 'scorer-2', 'conflicted', 'manager', 'manager-2', 'laureate', 'mentor', 'admin'] as const
export type Persona = (typeof personas)[number]

/** The route a file of app/ answers, as `/[locale]/calls/[slug]` or `/api/v1/calls`. Groups in parentheses vanish. */
export function routeOfFile(file: string): string {
  const parts = file.split('/').slice(1, -1).filter((part) => !/^\(.*\)$/.test(part))
  return `/${parts.join('/')}`
}

/** Every page and route handler of the portal, found on disk, so that none can be forgotten. */
export function routesOnDisk(): { pages: string[]; handlers: string[] } {
  return {
    pages: globSync('app/**/page.tsx').map(routeOfFile).sort(),
    handlers: globSync('app/**/route.ts').map(routeOfFile).sort(),
  }
}

/** A page anyone may see, with values for its parameters. Every file under app/[locale]/(public) has one here. */
export const publicPages: Readonly<Record<string, string>> = {
  '/[locale]': '',
  '/[locale]/about': '/about',
  '/[locale]/accessibility': '/accessibility',
  '/[locale]/calls': '/calls',
  '/[locale]/calls/[slug]': '/calls/impact-1',
  '/[locale]/initiatives': '/initiatives',
  '/[locale]/initiatives/[slug]': '/initiatives/impact',
  '/[locale]/laureates': '/laureates',
  '/[locale]/laureates/[slug]': '/laureates/fedmind',
  '/[locale]/legal': '/legal',
  '/[locale]/metrics': '/metrics',
  '/[locale]/open-data': '/open-data',
  '/[locale]/prioritisation': '/prioritisation',
  '/[locale]/ruptures': '/ruptures',
  '/[locale]/ruptures/[slug]': '/ruptures/delai-premier-rendez-vous-cmp',
  '/[locale]/selection': '/selection',
  '/[locale]/sources': '/sources',
  '/[locale]/sources/[id]': '/sources/seed',
}

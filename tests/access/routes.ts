import { globSync, readFileSync } from 'node:fs'

export const personas = ['visitor', 'founder', 'rival', 'scorer', 'scorer-2', 'conflicted', 'manager', 'manager-2', 'laureate', 'mentor', 'admin'] as const
export type Persona = (typeof personas)[number]

/** The route a file of app/ answers, as `/[locale]/calls/[slug]` or `/api/v1/calls`. Groups in parentheses vanish. */
export function routeOfFile(file: string): string {
  const parts = file.split('/').slice(1, -1).filter((part) => !/^\(.*\)$/.test(part))
  return `/${parts.join('/')}`
}

export const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const
export type Method = (typeof methods)[number]

/** The methods a route handler exports, read from its text: every way of exporting names them in capitals. */
function methodsOf(file: string): Method[] {
  const code = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '').replaceAll(/'[^']*'/g, '')
  return methods.filter((method) => new RegExp(`\\b${method}\\b`).test(code))
}

/** Every page and every method of a route handler, as `GET /api/v1/calls`, found on disk so that none can be forgotten. */
export function routesOnDisk(): { publicPages: string[]; otherPages: string[]; handlers: string[] } {
  const pages = globSync('app/**/page.tsx')
  const isPublic = (file: string) => file.startsWith('app/[locale]/(public)/')
  return {
    publicPages: pages.filter(isPublic).map(routeOfFile).sort(),
    otherPages: pages.filter((file) => !isPublic(file)).map(routeOfFile).sort(),
    handlers: globSync(['app/**/route.ts', 'app/.*/**/route.ts']).flatMap((file) => methodsOf(file).map((method) => `${method} ${routeOfFile(file)}`)).sort(),
  }
}

/** A page anyone may see, with values for its parameters. Every page under app/[locale]/(public) has one here or below. */
export const publicPages: Readonly<Record<string, string>> = {
  '/[locale]': '',
  '/[locale]/about': '/about',
  '/[locale]/accessibility': '/accessibility',
  '/[locale]/calls': '/calls',
  '/[locale]/calls/[slug]': '/calls/impact-1',
  '/[locale]/calls/[slug]/eligibility': '/calls/demo-ouvert/eligibility?q1=yes&q2=no',
  '/[locale]/calls/[slug]/form': '/calls/demo-ouvert/form',
  '/[locale]/calls/[slug]/grid': '/calls/demo-ouvert/grid',
  '/[locale]/calls/[slug]/selection': '/calls/demo-accompagnement/selection',
  '/[locale]/initiatives': '/initiatives',
  '/[locale]/initiatives/[slug]': '/initiatives/impact',
  '/[locale]/laureates': '/laureates',
  '/[locale]/laureates/[slug]': '/laureates/fedmind',
  '/[locale]/legal': '/legal',
  '/[locale]/metrics': '/metrics',
  '/[locale]/open-data': '/open-data',
  '/[locale]/prioritisation': '/prioritisation',
  '/[locale]/results': '/results',
  '/[locale]/results/[call]': '/results/demo-accompagnement',
  '/[locale]/results/[call]/[sequence]': '/results/demo-accompagnement/1',
  '/[locale]/ruptures': '/ruptures',
  '/[locale]/ruptures/[slug]': '/ruptures/delai-premier-rendez-vous-cmp',
  '/[locale]/selection': '/selection',
  '/[locale]/sources': '/sources',
  '/[locale]/sources/[id]': '/sources/seed',
}

/** Pages the portal answers with in place of others: nobody goes there, but everybody may. */
export const standIns: Readonly<Record<string, { path: string; status: number }>> = {
  '/[locale]/failure': { path: '/failure', status: 200 },
  '/[locale]/nowhere': { path: '/nowhere', status: 404 },
  '/[locale]/offline': { path: '/offline', status: 200 },
}

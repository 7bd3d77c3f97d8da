import { type Browser, type BrowserContextOptions, expect as soon, type Page } from '@playwright/test'
import type { Sql } from 'postgres'
import { createTranslator } from 'use-intl/core'
import { freePort } from '#db/free-port.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import { loadMessages } from '#lib/i18n/messages.ts'
import { spawnPortal } from '#lib/launch/spawn-portal.ts'
import { address, databaseUrl, secret } from '#tests/e2e/portal.ts'
import { type ClosedCall, makeClosedCall, removeClosedCall } from '#tests/factories/closed-call.ts'
import { removePeople, type Seated, seatPerson } from '#tests/factories/person.ts'

// Some fifteen pages follow one another through two servers: each has the time a busy machine needs.
export const expect = soon.configure({ timeout: 30_000 })

/** The portal's own words, in the language somebody reads it in. */
export const wordsIn = (locale: Locale) => createTranslator({ locale, messages: loadMessages(locale) })

const partners = {
  anne: { name: 'Anne Préside', kind: 'hospital', organisation: 'Hôpital du Parc' },
  basile: { name: 'Basile Deux', kind: 'foundation', organisation: 'Fondation Rives' },
  chloe: { name: 'Chloé Trois', kind: 'patient-association', organisation: 'Association Phare' },
  driss: { name: 'Driss Quatre', kind: 'insurer', organisation: 'Mutuelle du Nord' },
  eva: { name: 'Eva Cinq', kind: 'laboratory', organisation: 'Laboratoire Orme' },
  farid: { name: 'Farid Six', kind: 'public-body', organisation: 'Agence des soins' },
} as const
export type Partner = keyof typeof partners
export type Role = Partner | 'manager' | 'other manager' | 'founder' | 'rival'
export const scorers = ['anne', 'basile', 'chloe', 'driss', 'eva'] as const
export const jurors = [...scorers, 'farid'] as const
/** Half of them read the portal in French, the others in English. */
const french: ReadonlySet<Role> = new Set<Role>(['manager', 'anne', 'chloe', 'eva', 'founder'])

export type Cast = { people: Record<Role, Seated & { locale: Locale }>; closed: ClosedCall }

/** A closed call with four eligible applications, its six partners and their people, two managers, and the founders of two. */
export async function makeCast(sql: Sql): Promise<Cast> {
  const localeOf = (role: Role): Locale => (french.has(role) ? 'fr' : 'en')
  const seat = async (role: Role, name: string, organisation: Parameters<typeof seatPerson>[1]['organisation'], email?: string) => ({ ...(await seatPerson(sql, { name, locale: localeOf(role), organisation, ...(email ? { email } : {}) })), locale: localeOf(role) })
  const manager = await seat('manager', 'Mona Responsable', { name: 'L’opérateur', kind: 'operator' })
  const closed = await sql.begin((tx) => makeClosedCall(tx, manager.id, { solutions: ['Relais', 'Veille', 'Passage', 'Abri'] }))
  const applicant = (index: number) => ({ id: closed.applications[index]?.organisationId ?? '', name: '' })
  const rival = await seat('rival', 'Rose Fonde', applicant(3))
  const scorers = await Promise.all(Object.entries(partners).map(async ([role, { name, kind, organisation }]) => [role, await seat(role as Partner, name, { name: organisation, kind },
    // Anne writes from the same mail domain as those who propose Abri.
    role === 'anne' ? `anne@${rival.email.split('@')[1]}` : undefined)] as const))
  const people = { manager, rival, 'other manager': await seat('other manager', 'Marc Second', manager.organisation), founder: await seat('founder', 'Fleur Fonde', applicant(0)), ...(Object.fromEntries(scorers) as Record<Partner, Cast['people'][Partner]>) }
  const { id } = closed.call
  const words = (fr: string) => ({ fr, en: fr })
  await sql`insert into call_partner ${sql(scorers.map(([, { organisation }], position) => ({ call_id: id, position, organisation_id: organisation.id, role: sql.json(words('Partenaire')) as never })))}`
  await sql`insert into criterion ${sql([['utilite', 'Utilité', 60], ['preuve', 'Preuve', 40]].map(([slug, name, weight], position) => ({ call_id: id, position, slug: String(slug), name: sql.json(words(String(name))) as never, weight: Number(weight), anchors: sql.json([1, 2, 3, 4, 5].map((level) => words(`${name}, niveau ${level}`))) as never })))}`
  return { people, closed }
}

export async function removeCast(sql: Sql, { people, closed }: Cast): Promise<void> {
  await removeClosedCall(sql, closed.call)
  await removePeople(sql, Object.values(people))
}

/** Whoever takes part in judging a call, each at a page of their own. */
export type Room<R extends string> = {
  people: Readonly<Record<R, { name: string; locale: Locale }>>
  /** The call's. */
  slug: string
  pages: Record<R, Page>
  /** Goes to an address without its language, in the one somebody reads. */
  go(role: R, path: string): ReturnType<Page['goto']>
  say(role: R): ReturnType<typeof wordsIn>
}

/** Everybody of the cast, some of them on another instance of the portal. */
export type Desk = Room<Role> & {
  sql: Sql
  cast: Cast
  second: Second
  onSecond: ReadonlySet<Role>
  applicationOf(solution: string): ClosedCall['applications'][number]
  /** Nothing is wider than the phone. */
  fits(): Promise<void>
}

/** Seats everybody: Chloé on a phone of 360 px, every other one on the second instance. */
export async function seatAll(browser: Browser, sql: Sql, cast: Cast, second: Second): Promise<Desk> {
  const { people, closed } = cast
  const onSecond: ReadonlySet<Role> = new Set<Role>(['basile', 'driss', 'farid'])
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
  const pages = Object.fromEntries(await Promise.all((Object.keys(people) as Role[]).map(async (role) => [role, await open(browser, people[role], onSecond.has(role) ? second.address() : address, role === 'chloe' ? phone : {})] as const))) as Desk['pages']
  return {
    sql, cast, people, slug: closed.call.slug, pages, second, onSecond,
    go: (role, path) => pages[role].goto(`/${people[role].locale}${path}`),
    say: (role) => wordsIn(people[role].locale),
    applicationOf: (solution) => closed.applications.find((each) => each.solution === solution) as ClosedCall['applications'][number],
    fits: async () => expect(await pages.chloe.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.viewport.width),
  }
}

/** Another instance over the same database, on a port that a restart keeps. */
export type Second = { address(): string; start(): Promise<void>; stop(): Promise<void> }
export async function startSecond(): Promise<Second> {
  const PORT = String(await freePort())
  const spawned = () => spawnPortal({ PORT, DATABASE_URL: databaseUrl(), AUTH_SECRET: secret(), PORTAL_DEMONSTRATION: 'on', PORTAL_WORKER: 'off' })
  let portal = await spawned()
  return { address: () => portal.address, start: async () => void (portal = await spawned()), stop: () => portal.stop() }
}

/** A page of somebody's own browser, on one of the instances. */
export async function open(browser: Browser, somebody: Seated | null, base = address, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: base, timezoneId: 'Europe/Paris', ...options })
  if (somebody) await context.addCookies([{ name: 'portal.session', value: somebody.token, url: base, expires: Date.now() / 1000 + 86_400, httpOnly: true, sameSite: 'Lax' }])
  return context.newPage()
}

/** Presses the one button that sends a form, and waits for the page that follows: what it says, and where it is. */
export async function send(page: Page, form: string, follows: RegExp | string, where = /./): Promise<void> {
  await page.locator(`#${form}`).getByRole('button').last().click()
  await expect(page).toHaveURL(where)
  await expect(page.locator('main')).toContainText(follows)
}

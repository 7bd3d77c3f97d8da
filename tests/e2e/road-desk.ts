import type { Browser, Page } from '@playwright/test'
import type { Locale } from '#lib/i18n/locale.ts'
import { expect, open, type Room, wordsIn } from '#tests/e2e/judging-desk.ts'
import type { NewPortal } from '#tests/e2e/road-portal.ts'

/** Everybody it takes, half of them reading French, the others English. */
const people = {
  admin: { name: 'Alix Premier', locale: 'fr', email: 'alix@operateur.test' },
  manager: { name: 'Mona Responsable', locale: 'fr', email: 'mona@operateur.test' },
  'other manager': { name: 'Marc Second', locale: 'en', email: 'marc@operateur.test' },
  hospital: { name: 'Hélène Soigne', locale: 'fr', email: 'helene@hopital-du-parc.test' },
  foundation: { name: 'Paul Rivers', locale: 'en', email: 'paul@fondation-rives.test' },
  mentor: { name: 'Maud Lantern', locale: 'en', email: 'maud@association-phare.test' },
  founder: { name: 'Fleur Fonde', locale: 'fr', email: 'fleur@maison-relais.test' },
  rival: { name: 'Rose Founder', locale: 'en', email: 'rose@maison-veille.test' },
} as const satisfies Record<string, { name: string; locale: Locale; email: string }>
export type Traveller = keyof typeof people

/** Organisations made on the way, by who makes them. */
export const homes = {
  hospital: { name: 'Hôpital du Parc', kind: 'hospital' },
  foundation: { name: 'Fondation Rives', kind: 'foundation' },
  mentor: { name: 'Association Phare', kind: 'patient-association' },
  founder: { name: 'Maison Relais', kind: 'start-up' },
  rival: { name: 'Maison Veille', kind: 'start-up' },
} as const satisfies Partial<Record<Traveller, { name: string; kind: string }>>

/** Everybody at a page of their own of a portal that was empty when they set out. */
export type Road = Room<Traveller> & { people: typeof people; portal: NewPortal; browser: Browser }

export async function setOut(browser: Browser, portal: NewPortal): Promise<Road> {
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
  const pages = Object.fromEntries(await Promise.all((Object.keys(people) as Traveller[]).map(async (who) => [who, await open(browser, null, portal.address, who === 'founder' ? phone : {})] as const))) as Road['pages']
  return {
    browser, portal, people, pages, slug: 'premier-appel',
    go: (who, path) => pages[who].goto(`/${people[who].locale}${path}`),
    say: (who) => wordsIn(people[who].locale),
  }
}

/** Writes into the fields of a form, by their names. */
export async function write(page: Page, form: string, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) await page.locator(`#${form} [name="${name}"]`).fill(value)
}

/** Asks for a link where one stands, opens it out of one's mail, and says one's name. */
export async function signIn({ people: all, pages, portal: { post }, go, say }: Road, who: Traveller): Promise<void> {
  const page = pages[who]
  await go(who, '/sign-in')
  await page.locator('#ask-email').fill(all[who].email)
  await page.locator('#ask').getByRole('button').click()
  await expect(page).toHaveURL(/\/sign-in\/code$/)
  await page.goto(await post.link(all[who].email, '/sign-in/link/'))
  await page.locator('#enter').getByRole('button').click()
  await expect(page).toHaveURL(/\/account$/)
  await page.locator('#edit-profile-name').fill(all[who].name)
  await page.locator('#edit-profile-locale').selectOption(all[who].locale)
  await page.locator('#edit-profile').getByRole('button').click()
  await expect(page.getByText(say(who)('account.profile.saved'))).toBeVisible()
}

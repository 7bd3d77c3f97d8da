import { parisClockText } from '#lib/domain/calendar.ts'
import { control, saved, state } from '#tests/e2e/draft-desk.ts'
import { expect, send } from '#tests/e2e/judging-desk.ts'
import { homes, type Road, write } from '#tests/e2e/road-desk.ts'

export const rupture = { slug: 'delai-premier-rendez-vous-cmp', fr: 'Délai d’accès à un premier rendez-vous en CMP', en: 'Waiting time for a first appointment in a community mental health centre (CMP)' } as const
export const title = { fr: 'Premier appel', en: 'First call' } as const
const question = 'Où l’essayerez-vous ?'
/** What an application says it will change, in the founder's words and the rival's. */
export const promises = {
  founder: { solution: 'Relais', pitch: 'Un rendez-vous avant trois semaines', mechanism: 'Un infirmier rappelle chaque personne sous deux jours', population: 'Adultes qui demandent un premier rendez-vous', indicator: 'Délai avant le premier rendez-vous', unit: 'jours', baseline: '60', target: '30', words: 'Une étude pilote.' },
  rival: { solution: 'Veille', pitch: 'A line that answers at night', mechanism: 'A nurse answers at night', population: 'Adults on a waiting list', indicator: 'Days to a first appointment', unit: 'days', baseline: '60', target: '45', words: 'A pilot study.' },
} as const

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)

/** A call made from nothing, part by part, aimed at one rupture, with its three partners; then anybody may read it. */
export async function openCall({ pages: { manager }, slug, go, say }: Road): Promise<void> {
  const t = say('manager')
  const room = `/manage/calls/${slug}`
  const part = (name: string) => go('manager', `${room}/${name}`)
  const save = (form: string) => send(manager, form, t('call-editor.saved'), /saved=1/)
  await go('manager', '/manage/calls/new')
  await write(manager, 'new-call', { 'title.fr': title.fr, 'title.en': title.en, slug })
  await send(manager, 'new-call', t('call-editor.checklist.lacking'), new RegExp(`/fr${room}$`))
  await part('calendar')
  await write(manager, 'calendar', { opensAt: parisClockText(inDays(-1)), closesAt: parisClockText(inDays(20)), answerOn: parisClockText(inDays(60)).slice(0, 10) })
  await save('calendar')
  await part('challenges')
  await write(manager, 'challenges', { 'challenges.0.title.fr': 'Être reçu à temps', 'challenges.0.title.en': 'Being seen in time' })
  await manager.locator('#challenges-challenges summary').first().click()
  await manager.getByLabel(rupture.fr).check()
  await save('challenges')
  for (const [index, who] of (['hospital', 'foundation', 'mentor'] as const).entries()) {
    await part('partners')
    await manager.locator(`[name="partners.${index}.organisationId"]`).selectOption({ label: homes[who].name })
    await write(manager, 'partners', { [`partners.${index}.role.fr`]: 'Partenaire', [`partners.${index}.role.en`]: 'Partner' })
    await save('partners')
  }
  await part('eligibility')
  await write(manager, 'eligibility', { 'whoMayApply.fr': 'Toute jeune entreprise.', 'whoMayApply.en': 'Any start-up.' })
  await manager.locator('[id="eligibility-kinds.start-up"]').check()
  await save('eligibility')
  await go('manager', `${room}/form?add=short-text#panel`)
  await write(manager, 'question', { 'label.fr': question })
  await manager.locator('#question > button[type=submit]').click()
  await expect(manager.locator('#questions > li')).toContainText(question)
  await part('rubric')
  await save('propose')
  await part('publish')
  await send(manager, 'publish', title.fr, /saved=published/)
}

/** An application from the first letter to its receipt; the claim says rupture, mechanism, indicator, from where to where. */
export async function apply(road: Road, who: 'founder' | 'rival'): Promise<string> {
  const { pages, people, portal: { sql, post }, slug, go, say } = road
  const page = pages[who]
  const { locale } = people[who]
  const { solution, pitch, words, unit, ...claim } = promises[who]
  await go(who, `/calls/${slug}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title[locale])
  await go(who, `/applications/start/${slug}`)
  await control(page, 'solution').fill(solution)
  await expect(state(page)).toHaveText(saved[locale])
  for (const [field, text] of Object.entries({ pitch, summary: words, evidence: words, team: words, needs: words })) await control(page, field).fill(text)
  await page.getByLabel(locale === 'fr' ? 'Être reçu à temps' : 'Being seen in time').check()
  // Chosen, the cards make way for the rupture alone.
  await page.locator('[data-claim=primaryClaim]').getByRole('radio', { name: rupture[locale] }).click()
  for (const [part, text] of Object.entries({ ...claim, unit })) await control(page, `primaryClaim.${part}`).fill(text)
  await control(page, 'primaryClaim.evidenceLevel').selectOption('before-after')
  for (const [name, value] of [['maturity', 'pilot'], ['regulatoryState', 'not-a-device'], ['consent', 'yes']] as const) await page.locator(`input[name=${name}][value=${value}]`).check()
  await page.getByLabel(question).fill('Nantes')
  await expect(state(page)).toHaveText(saved[locale])
  const id = /applications\/([0-9a-f-]{36})\/edit/.exec(page.url())?.[1] ?? ''
  await go(who, `/applications/${id}/review`)
  await expect(page.getByText(say(who)('filing.review.whole'))).toBeVisible()
  await page.locator('#submit-form-confirmed').check()
  await page.locator('#submit-form > button[type=submit]').click()
  await expect(page).toHaveURL(new RegExp(`/${locale}/applications/${id}/receipt`))
  const [receipt] = await sql<{ sha256: string; number: string }[]>`select r.sha256, a.number from receipt r join application a on a.id = r.application_id where a.id = ${id}`
  for (const told of [receipt?.number, receipt?.sha256]) await expect(page.getByRole('main')).toContainText(told ?? 'nothing')
  await expect.poll(() => post.count(people[who].email, receipt?.sha256 ?? 'nothing')).toBe(1)
  return id
}

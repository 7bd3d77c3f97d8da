import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Browser, type Page } from '@playwright/test'
import type { Sql } from 'postgres'
import { makeWorld, removeWorld, type World } from '#tests/access/world.ts'
import { enter } from '#tests/e2e/draft-desk.ts'
import { address, database } from '#tests/e2e/portal.ts'
import { type Committee, makeCommittee, removeCommittee } from '#tests/factories/committee.ts'

/** Decisions from the manager who writes them to the founders who read them, by way of another manager. */
let sql: Sql
let world: World
let committee: Committee
test.beforeEach(async () => {
  test.setTimeout(120_000)
  sql = database()
  world = await makeWorld(sql)
  const { people, organisations } = world
  await sql`insert into membership ${sql({ organisation_id: organisations.hospital, person_id: people.mentor.id, role: 'member' })} on conflict do nothing`
  committee = await makeCommittee(sql, {
    managerId: people.manager.id, solutions: ['Relais', 'Veille'],
    seats: [{ personId: people.scorer.id, organisationId: organisations.hospital }, { personId: people['scorer-2'].id, organisationId: organisations.foundation }, { personId: people.mentor.id, organisationId: organisations.hospital }],
  })
  const { call, assignments, applications, criteria, roundId } = committee
  for (const [index, { id, applicationId, personId }] of assignments.entries()) {
    const marks = Object.fromEntries(criteria.map((each) => [each.id, applicationId === applications[0]?.id ? 5 : 2]))
    await sql.begin(async (tx) => {
      await tx`select set_config('portal.actor', ${personId}, true)`
      await tx`update evaluation set scores = ${tx.json(marks)}, comment_to_applicant = ${`Remarque ${index}`}, version = 1 where id = ${id}`
      await tx`update evaluation set submitted_at = now(), sequence = 1 where id = ${id}`
    })
  }
  await sql`update round set closed_at = now() where id = ${roundId}`
  const owned = { founder: 0, rival: 1 } as const
  for (const [persona, index] of Object.entries(owned)) await sql`insert into membership (organisation_id, person_id, role) select organisation_id, ${people[persona as 'founder'].id}, 'owner' from application where id = ${applications[index]?.id ?? ''}`
  await sql`update call set closes_at = now() - interval '20 days' where id = ${call.id}`
})
test.afterEach(async () => {
  const { id } = committee.call
  await sql`delete from laureate where call_id = ${id}`
  await sql`delete from decision where call_id = ${id}`
  await sql`delete from decision_release where call_id = ${id}`
  await removeCommittee(sql, committee)
  await removeWorld(sql, world)
  await sql.end()
})

const words = {
  fr: {
    undecided: '2 candidatures restent à décider.', outcome: 'Décision', motive: 'Motif', juryText: 'Mots du jury', save: 'Enregistrer la décision', saved: 'C’est enregistré.', laureate: 'Lauréat', refused: 'Non retenu',
    propose: 'Proposer la publication', own: 'Vous avez proposé la publication', other: 'Un autre responsable propose la publication', confirm: 'Nombre de candidatures concernées', release: 'Publier toutes les décisions', released: 'Les décisions sont publiées, et les candidats prévenus.',
    read: 'Lire la décision', won: 'Votre solution est lauréate', lost: 'Votre solution n’est pas retenue', how: 'Comment le choix s’est fait', count: 'Un lauréat', wrong: 'motif',
  },
  en: {
    undecided: '2 applications are still to be decided.', outcome: 'Decision', motive: 'Reason', juryText: 'The jury’s words', save: 'Save the decision', saved: 'Saved.', laureate: 'Laureate', refused: 'Not selected',
    propose: 'Propose the release', own: 'You proposed the release', other: 'Another manager proposes the release', confirm: 'Number of applications concerned', release: 'Release all decisions', released: 'The decisions are released, and applicants are told.',
    read: 'Read the decision', won: 'Your solution is a laureate', lost: 'Your solution was not selected', how: 'How the choice was made', count: 'One laureate', wrong: 'reason',
  },
} as const

async function open(browser: Browser, persona: 'manager' | 'manager-2' | 'founder' | 'rival' | null): Promise<Page> {
  const context = await browser.newContext({ baseURL: address, timezoneId: 'Europe/Paris' })
  if (persona) await enter(context, world, persona)
  return context.newPage()
}
const accessible = async (page: Page) => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

for (const locale of ['fr', 'en'] as const) {
  test(`decisions are written by one manager, released by another, and read by founders (${locale})`, async ({ browser }) => {
    const say = words[locale]
    const { call, applications } = committee
    const path = `/${locale}/manage/calls/${call.slug}/decisions`
    const [manager, second, founder, rival, anybody] = await Promise.all([open(browser, 'manager'), open(browser, 'manager-2'), open(browser, 'founder'), open(browser, 'rival'), open(browser, null)])
    await manager.goto(path)
    await expect(manager.getByText(say.undecided)).toBeVisible()
    await accessible(manager)

    // A refusal without its reason keeps what was chosen, and says what is missing.
    await manager.getByRole('link', { name: 'Veille', exact: true }).click()
    const form = manager.locator('#decide-form')
    await form.getByLabel(say.outcome).selectOption(say.refused)
    await button(manager, say.save).click()
    await expect(form.getByRole('alert')).toBeVisible()
    await expect(form.getByLabel(say.outcome).locator('option:checked')).toHaveText(say.refused)
    await form.getByLabel(say.motive).fill('La mesure de départ manque.')
    await button(manager, say.save).click()
    await expect(manager.getByText(say.saved)).toBeVisible()
    await manager.getByRole('link', { name: 'Relais', exact: true }).click()
    // The decision of before is shown until the next one has come.
    await expect(form.getByLabel(say.outcome).locator('option:checked')).not.toHaveText(say.refused)
    await form.getByLabel(say.outcome).selectOption(say.laureate)
    await form.getByLabel(say.juryText).fill('Clair et mesuré.')
    await button(manager, say.save).click()
    await expect(manager.getByText(say.saved)).toBeVisible()

    await button(manager, say.propose).click()
    await expect(manager.getByText(say.own)).toBeVisible()
    await expect(button(manager, say.release)).toHaveCount(0)
    expect((await founder.goto(`/${locale}/applications/${applications[0]?.id}/decision`))?.status()).toBe(404)
    expect((await anybody.goto(`/${locale}/calls/${call.slug}/selection`))?.status()).toBe(404)

    await second.goto(path)
    await expect(second.getByText(say.other)).toBeVisible()
    await second.getByLabel(say.confirm).fill('3')
    await button(second, say.release).click()
    await expect(second.locator('#release-form').getByRole('alert')).toBeVisible()
    await second.getByLabel(say.confirm).fill('2')
    await button(second, say.release).click()
    await expect(second.getByText(say.released)).toBeVisible()
    await accessible(second)
    const mails = await sql<{ personId: string; text: string }[]>`select person_id as "personId", text from mail where kind = 'decision' and person_id in ${sql([world.people.founder.id, world.people.rival.id])}`
    expect(mails.map(({ personId }) => personId).sort()).toEqual([world.people.founder.id, world.people.rival.id].sort())
    for (const { text } of mails) expect(text).not.toMatch(/Lauréat|Laureate|mesure|selected|retenu/)

    await founder.goto(`/${locale}/applications`)
    await founder.locator('li', { hasText: 'Relais' }).getByRole('link', { name: say.read }).click()
    await expect(founder.getByText(say.won)).toBeVisible()
    await expect(founder.getByText('Clair et mesuré.')).toBeVisible()
    await expect(founder.getByText(locale === 'fr' ? '5 sur 5' : '5 out of 5').first()).toBeVisible()
    for (const index of [0, 2, 4]) await expect(founder.getByText(`Remarque ${index}`)).toBeVisible()
    expect(await founder.content()).not.toMatch(/Remarque [135]|départ manque/)
    await accessible(founder)
    await rival.goto(`/${locale}/applications/${applications[1]?.id}`)
    await rival.getByRole('link', { name: say.read }).click()
    await expect(rival.getByText(say.lost)).toBeVisible()
    await expect(rival.getByText('La mesure de départ manque.')).toBeVisible()
    expect((await rival.goto(`/${locale}/applications/${applications[0]?.id}/decision`))?.status()).toBe(404)

    await anybody.goto(`/${locale}/calls/${call.slug}`)
    await anybody.getByRole('link', { name: say.how }).click()
    await expect(anybody.getByRole('heading', { name: say.count })).toBeVisible()
    expect(await anybody.content()).not.toMatch(/Veille|Remarque/)
    await accessible(anybody)
    await anybody.getByRole('link', { name: 'Relais' }).click()
    await expect(anybody.getByRole('heading', { level: 1, name: 'Maison Relais' })).toBeVisible()
    await accessible(anybody)
  })
}

import { AxeBuilder } from '@axe-core/playwright'
import { test } from '@playwright/test'
import type { Sql } from 'postgres'
import { makeWorld, removeWorld, type World } from '#tests/access/world.ts'
import { enter } from '#tests/e2e/draft-desk.ts'
import { expect, wordsIn } from '#tests/e2e/judging-desk.ts'
import { database } from '#tests/e2e/portal.ts'
import { type Committee, makeCommittee, removeCommittee } from '#tests/factories/committee.ts'

/** A manager moves a scorer from one application to another with the mouse, or gives a submitted evaluation back to its author. */
let sql: Sql
let world: World
let committee: Committee
test.beforeEach(async () => {
  test.setTimeout(120_000)
  sql = database()
  world = await makeWorld(sql)
  const { people, organisations } = world
  committee = await makeCommittee(sql, {
    managerId: people.manager.id, solutions: ['Relais', 'Veille'],
    seats: [{ personId: people.scorer.id, organisationId: organisations.hospital, name: 'Lecteur un' }, { personId: people['scorer-2'].id, organisationId: organisations.foundation, name: 'Lectrice deux', kind: 'foundation' }],
  })
})
test.afterEach(async () => {
  await removeCommittee(sql, committee)
  await removeWorld(sql, world)
  await sql.end()
})
const board = (locale: 'fr' | 'en' = 'fr') => `/${locale}/manage/rounds/${committee.roundId}/assignments`
const evaluationOf = (persona: 'scorer' | 'scorer-2', place: number) => committee.assignments.filter(({ personId }) => personId === world.people[persona].id)[place]?.id ?? ''

test('a name dragged to another row scores that application instead; where it may not go, it stays and the page says why', async ({ page, context }) => {
  // Veille is not the second reader's any more: their name can be dragged there.
  await sql`update assignment set withdrawn_at = now() where id = ${evaluationOf('scorer-2', 1)}`
  await enter(context, world, 'manager')
  await page.goto(board())
  const row = (solution: string) => page.locator('#assignments tbody tr', { hasText: solution })
  await expect(row('Veille')).not.toContainText('Lectrice deux')
  await row('Relais').getByText('Lectrice deux').dragTo(row('Veille'))
  await expect(row('Veille')).toContainText('Lectrice deux')
  await expect(row('Relais')).not.toContainText('Lectrice deux')
  expect(await sql`select person_id, origin from assignment where round_id = ${committee.roundId} and application_id = ${committee.applications[1]?.id ?? ''} and withdrawn_at is null and person_id = ${world.people['scorer-2'].id}`).toEqual([{ person_id: world.people['scorer-2'].id, origin: 'hand' }])
  await expect(page.locator('[data-over]')).toHaveCount(0)

  await row('Relais').getByText('Lecteur un').dragTo(row('Veille'))
  await expect(page.locator('#content').getByRole('alert')).toHaveText(wordsIn('fr')('form.reasons.assignment_once'))
  await expect(row('Relais')).toContainText('Lecteur un')
})

for (const locale of ['fr', 'en'] as const) {
  test(`a submitted evaluation is given back with a reason, and waits again for its author (${locale})`, async ({ page, context, browser }) => {
    const t = wordsIn(locale)
    const id = evaluationOf('scorer', 0)
    await sql.begin(async (tx) => {
      await tx`select set_config('portal.actor', ${world.people.scorer.id}, true)`
      await tx`update evaluation set scores = ${tx.json(Object.fromEntries(committee.criteria.map((each) => [each.id, 4])))}, version = 1, sequence = 1, submitted_at = now() where id = ${id}`
    })
    await enter(context, world, 'manager')
    await page.goto(`${board(locale)}?edit=${committee.applications[0]?.id}#one`)
    await page.locator('summary', { hasText: t('assignment.one.reopen', { name: 'Lecteur un' }) }).click()
    const form = page.locator(`#reopen-${id}`)
    await form.getByRole('button').click()
    await expect(form.getByRole('alert').first()).toBeVisible()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await form.getByLabel(t('assignment.one.reopenReason')).fill('Le mauvais dossier a été lu')
    await form.getByRole('button').click()
    await expect(page.locator('main')).toContainText(t('assignment.reopened'))
    expect(await sql`select count(*)::int as count from counted_evaluation where id = ${id}`).toEqual([{ count: 0 }])
    expect(await sql`select actor_id, detail->>'reason' as reason from audit_entry where deed = 'evaluation.reopen' and subject = ${id}`).toEqual([{ actor_id: world.people.manager.id, reason: 'Le mauvais dossier a été lu' }])
    const [mail, ...more] = await sql<{ text: string }[]>`select text from mail where kind = 'reopened' and person_id = ${world.people.scorer.id}`
    expect(more).toEqual([])
    expect(mail?.text).not.toContain('mauvais dossier')

    const author = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' })
    await enter(author, world, 'scorer')
    const queue = await author.newPage()
    await queue.goto(`/${locale}/scoring`)
    await queue.locator(`li[data-round="${committee.roundId}"]`, { hasText: t('evaluation.states.reopened') }).getByRole('link', { name: 'Relais' }).click()
    await expect(queue.getByText('Le mauvais dossier a été lu')).toBeVisible()
    await queue.getByRole('button', { name: t('evaluation.submit.submit'), exact: true }).click()
    await expect(queue.getByText(t('evaluation.read.submittedTitle'))).toBeVisible()
    expect(await sql`select sequence from counted_evaluation where id = ${id}`).toEqual([{ sequence: 2 }])
    await author.close()
  })
}

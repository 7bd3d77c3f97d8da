import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import type { Sql } from 'postgres'
import { makeWorld, removeWorld, type World } from '#tests/access/world.ts'
import { enter } from '#tests/e2e/draft-desk.ts'
import { database } from '#tests/e2e/portal.ts'
import { type Committee, makeCommittee, removeCommittee } from '#tests/factories/committee.ts'

/** A manager reads a ranking, sorts it, asks what a median would change, and freezes it; without script too. */
let sql: Sql
let world: World
let committee: Committee
const solutions = ['Relais', 'Veille', 'Passage']
/** One mark each of three scorers on the only line that counts: means 4, 3⅓, 3⅔; medians 4, 3, 5. */
const marks = [[4, 4, 4], [3, 3, 4], [5, 5, 1]]

test.beforeEach(async () => {
  sql = database()
  world = await makeWorld(sql)
  const { people, organisations } = world
  const seats = [
    { personId: people.scorer.id, organisationId: organisations.hospital, name: 'Lecteur un' },
    { personId: people['scorer-2'].id, organisationId: organisations.foundation, name: 'Lectrice deux', kind: 'foundation' },
    { personId: people.conflicted.id, organisationId: organisations.laboratory, name: 'Lectrice trois', kind: 'laboratory' },
  ]
  committee = await makeCommittee(sql, { managerId: people.manager.id, solutions, seats })
  for (const [index, { id, personId }] of committee.assignments.entries()) {
    const mark = marks[index % solutions.length]?.[Math.floor(index / solutions.length)] as number
    await sql.begin(async (tx) => {
      await tx`select set_config('portal.actor', ${personId}, true)`
      await tx`update evaluation set scores = ${tx.json({ [committee.criteria[0]?.id ?? '']: mark, [committee.criteria[1]?.id ?? '']: null })}, version = 1, sequence = 1, submitted_at = now() where id = ${id}`
    })
  }
})
test.afterEach(async () => {
  await removeCommittee(sql, committee)
  await removeWorld(sql, world)
  await sql.end()
})

for (const [locale, script] of [['fr', true], ['en', false]] as const) {
  test.describe(locale, () => {
    test.use({ javaScriptEnabled: script })
    test(`reads, sorts, questions and freezes a ranking (${locale}${script ? '' : ', without script'})`, async ({ page, context }) => {
      await enter(context, world, 'manager')
      await page.goto(`/${locale}/manage/rounds/${committee.roundId}/ranking`)
      const rows = page.locator('#ranking-table tbody th')
      await expect(rows).toHaveText([/^Relais/, /^Passage/, /^Veille/])
      await expect(page.locator('#ranking-table tbody tr').nth(2)).toContainText('(3 + 3 + 4) ÷ 3')
      const median = page.locator('#sensitivity-table tr', { hasText: locale === 'fr' ? 'la médiane remplaçait la moyenne' : 'the median replaced the mean' })
      await expect(median.locator('td')).toHaveText(['Passage', 'Relais'])
      if (script) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
      await page.getByRole('link', { name: locale === 'fr' ? 'Désaccord' : 'Disagreement', exact: true }).click()
      await expect(rows).toHaveText([/^Passage/, /^Veille/, /^Relais/])
      await page.getByRole('checkbox', { name: /Veille/ }).check()
      await page.getByRole('button', { name: locale === 'fr' ? 'Couverture des dossiers cochés' : 'Coverage of the ticked files' }).click()
      await expect(page.getByText(locale === 'fr' ? 'Le dossier coché ensemble.' : 'The ticked file together.')).toBeVisible()
      await page.getByRole('button', { name: locale === 'fr' ? 'Figer' : 'Freeze' }).click()
      await expect(page.getByText(locale === 'fr' ? 'Le classement est figé.' : 'The ranking is frozen.')).toBeVisible()
      await page.getByRole('link', { name: locale === 'fr' ? 'Recalculer' : 'Compute again' }).click()
      await expect(page.getByText(locale === 'fr' ? 'Le recalcul redonne le même texte, au caractère près.' : 'Computed again, it gives the same text, to the character.')).toBeVisible()
    })
  })
}

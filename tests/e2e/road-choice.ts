import { control, markByKey } from '#tests/e2e/draft-desk.ts'
import { expect, send } from '#tests/e2e/judging-desk.ts'
import { closeRound, declareLinks, openScoring, prepareRound } from '#tests/e2e/judging-rounds.ts'
import { promises } from '#tests/e2e/road-call.ts'
import type { Road } from '#tests/e2e/road-desk.ts'

const scorers = ['hospital', 'foundation'] as const
/** What both scorers give each solution, criterion by criterion. */
const merits: Readonly<Record<string, number>> = { [promises.founder.solution]: 4, [promises.rival.solution]: 2 }

/** The call's deadline passes. Of the whole road this alone is the clock's doing and not somebody's, so it is moved by hand. */
export async function passDeadline({ portal: { sql }, slug }: Road): Promise<void> {
  await sql`update call set opens_at = now() - interval '3 days', closes_at = now() - interval '2 seconds' where slug = ${slug}`
}

/** Both applications are found eligible. */
export async function screen({ pages: { manager }, slug, go, say }: Road): Promise<void> {
  await go('manager', `/manage/calls/${slug}/applications`)
  for (const { solution } of Object.values(promises)) await manager.getByRole('row', { name: solution }).getByRole('checkbox').check()
  await manager.getByRole('button', { name: say('manager')('screening.bar.eligible'), exact: true }).click()
  await expect(manager.locator('main [role=status]').first()).toContainText(say('manager')('screening.done.eligible', { count: 2 }))
}

/** A round, from its rules to its ranking: links asked on names alone, who reads what solved, all of it scored. */
export async function judge(road: Road): Promise<string> {
  const { pages: { manager }, portal: { sql }, go, say } = road
  const t = say('manager')
  const round = await prepareRound(road, { kind: 'committee', name: 'Comité', rules: { evaluationsPerApplication: '2', places: '1', quorum: '2' }, invited: scorers })
  await Promise.all(scorers.map((who) => declareLinks(road, who, round)))
  await go('manager', `/manage/rounds/${round}/assignments`)
  await send(manager, 'propose-form', t('assignment.proposed'))
  await manager.locator('form[id^=apply-]').getByRole('button').click()
  await expect(manager.locator('main')).toContainText(t('assignment.given', { count: 4 }))
  await openScoring(road, round)
  await Promise.all(scorers.map((who) => score(road, who)))
  expect(await sql`select count(*)::int as count from counted_evaluation where round_id = ${round}`).toEqual([{ count: 4 }])
  await go('manager', `/manage/rounds/${round}/ranking`)
  await expect(manager.locator('#ranking-table tbody th')).toHaveText([new RegExp(promises.founder.solution), new RegExp(promises.rival.solution)])
  await send(manager, 'freeze-form', t('ranking.freeze.done'))
  await closeRound(road, round)
  return round
}

/** One scorer's queue, marked by keyboard. */
async function score({ pages, people, go, say }: Road, who: (typeof scorers)[number]): Promise<void> {
  const page = pages[who]
  await go(who, '/scoring')
  await page.getByRole('link', { name: say(who)('evaluation.queue.next') }).click()
  for (let file = 1; file <= 2; file += 1) {
    await expect(page.locator('[data-total]')).toHaveText('–')
    const mark = String(merits[(await page.getByRole('heading', { level: 1 }).textContent())?.trim() ?? ''])
    const criteria = page.locator('fieldset[data-criterion]')
    for (let place = 0; place < (await criteria.count()); place += 1) {
      if (place > 0) await page.keyboard.press('ArrowDown')
      await markByKey(page, mark, criteria.nth(place).locator(`input[value="${mark}"]`))
    }
    await control(page, 'commentToApplicant').fill(`Mot de ${people[who].name}`)
    const address = page.url()
    await page.keyboard.press('Control+Enter')
    if (file === 1) await expect(page).not.toHaveURL(address)
    else await expect(page.getByText(say(who)('evaluation.read.submittedTitle'))).toBeVisible()
  }
}

/** What laureates will go through, settled before they are named: from which day, and which milestones of the référentiel's. */
export async function settleProgramme({ pages: { manager }, slug, go, say }: Road, startsOn: string, kept: readonly number[]): Promise<void> {
  await go('manager', `/manage/calls/${slug}/programme`)
  await expect(manager.getByText(say('manager')('programme.template.fromReferential'))).toBeVisible()
  await manager.locator('#programme-startsOn').fill(startsOn)
  const rows = manager.locator('details', { has: manager.locator('[name^="milestones."][name$=".id"]') })
  for (let place = 0; place < (await rows.count()); place += 1) {
    const row = rows.nth(place)
    if (kept.includes(Number(await row.locator('[name$=".month"]').inputValue()))) continue
    await row.locator('summary').click()
    await row.locator('[name$=".remove"]').check()
  }
  await send(manager, 'programme', say('manager')('call-editor.saved'), /saved=1/)
}

/** One manager decides and proposes, the other releases; both founders read what was decided, and neither before. */
export async function decide({ pages, people, portal: { post }, slug, go, say }: Road, ids: Readonly<Record<'founder' | 'rival', string>>): Promise<void> {
  const { manager, 'other manager': other } = pages
  const path = `/manage/calls/${slug}/decisions`
  for (const who of ['founder', 'rival'] as const) {
    await go('manager', `${path}?edit=${ids[who]}#one`)
    await manager.locator('#decide-form [name=outcome]').selectOption(who === 'founder' ? 'laureate' : 'not-selected')
    if (who === 'rival') await manager.locator('#decide-form [name=motive]').fill('La mesure de départ manque.')
    await send(manager, 'decide-form', say('manager')('decision.saved'))
  }
  await send(manager, 'propose-form', say('manager')('decision.release.proposedByYou'))
  await expect(manager.locator('#release-form')).toHaveCount(0)
  expect((await go('founder', `/applications/${ids.founder}/decision`))?.status()).toBe(404)
  await go('other manager', path)
  await other.locator('#release-form [name=confirmed]').fill('2')
  await send(other, 'release-form', say('other manager')('decision.released'))
  for (const [who, outcome] of [['founder', 'laureate'], ['rival', 'not-selected']] as const) {
    await pages[who].goto(await post.link(people[who].email, `/applications/${ids[who]}/decision`))
    await expect(pages[who].getByText(say(who)(`decision.yours.outcomes.${outcome}`))).toBeVisible()
  }
}

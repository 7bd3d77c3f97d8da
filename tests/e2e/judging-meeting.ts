import { type Desk, expect, jurors, type Role } from '#tests/e2e/judging-desk.ts'
import { readPdf } from '#tests/server/read-pdf.ts'

/** A juror's score, given on the page of the meeting as their own language writes it. */
async function give({ cast: { people }, pages, say }: Desk, role: Role, score: number): Promise<void> {
  const number = score.toLocaleString(people[role].locale)
  await pages[role].getByRole('radio', { name: number, exact: true }).check()
  await pages[role].locator('#score-form').getByRole('button').click()
  await expect(pages[role].getByText(say(role)('deliberation.score.kept', { score: number }))).toBeVisible()
}

/** A jury of six, from its agenda to its minutes, on two instances of which one goes away for a while. */
export async function holdMeeting(desk: Desk, jury: string): Promise<void> {
  const { sql, cast: { people }, pages, go, say, fits, onSecond, second } = desk
  const { manager } = pages
  const t = say('manager')
  const button = (role: Role, name: string) => pages[role].getByRole('button', { name, exact: true })
  const step = (role: Role) => pages[role].locator('li[aria-current=step]')
  await go('manager', `/manage/rounds/${jury}/jury`)
  await button('manager', t('deliberation.none.plan')).click()
  await expect(manager.locator('main')).toContainText(t('deliberation.planned.title'))
  await Promise.all(jurors.map(async (who) => {
    await go(who, `/scoring/rounds/${jury}/jury`)
    await button(who, say(who)('deliberation.presence.arriveMe')).click()
  }))
  for (const who of ['manager', ...jurors] as const) await expect(pages[who].getByRole('heading', { name: say(who)('deliberation.presence.title', { present: 6, of: 6 }) })).toBeVisible()
  await button('anne', say('anne')('deliberation.start')).click()
  const agenda = await sql<{ id: string; solution: string }[]>`select a.id, a.solution from deliberation_item i join deliberation d on d.id = i.deliberation_id join application a on a.id = i.application_id where d.round_id = ${jury} order by i.position`
  for (const [index, { id, solution }] of agenda.entries()) {
    const recused = (await sql<{ id: string }[]>`select distinct person_id as id from conflict where application_id = ${id} and lifted_at is null`).map((each) => each.id)
    const [voters, out] = [jurors.filter((who) => !recused.includes(people[who].id)), jurors.filter((who) => recused.includes(people[who].id))]
    if (index > 0) await button('manager', t('deliberation.nextItem')).click()
    for (const who of voters) await expect(pages[who].locator('#current')).toHaveText(solution)
    for (const who of out) {
      await expect(pages[who].getByText(say(who)('deliberation.mustLeave.title'))).toBeVisible()
      expect(await pages[who].locator('main').textContent()).not.toContain(`Maison ${solution}`)
    }
    await button('manager', t('deliberation.next.private')).click()
    await Promise.all(voters.map((who, place) => give(desk, who, 3 + (place % 3) / 2)))
    await expect(manager.locator('#scores')).toHaveCount(0)
    await button('anne', say('anne')('deliberation.next.revealed')).click()
    for (const who of ['manager', ...voters] as const) await expect(pages[who].locator('#scores')).toBeVisible()
    if (index === 0) {
      await second.stop()
      for (const who of voters.filter((each) => onSecond.has(each))) await expect(pages[who].getByText(say(who)('deliberation.lost'))).toBeVisible()
      await pages.anne.locator('[name=notes]').fill('Convaincant, mesure à préciser.')
      await button('anne', say('anne')('deliberation.notes.save')).click()
      await second.start()
    }
    await button('manager', t('deliberation.next.final')).click()
    for (const who of voters) await expect(step(who)).toHaveText(say(who)('deliberation.steps.final'))
    await Promise.all(voters.map((who) => give(desk, who, solution === 'Relais' ? 4.5 : 3.5)))
    await button('manager', t('deliberation.next.settled')).click()
    for (const who of voters) await expect(step(who)).toHaveText(say(who)('deliberation.steps.settled'))
  }
  await manager.locator('[name=confirmed]').check()
  await button('manager', t('deliberation.end.do')).click()
  for (const who of ['manager', ...jurors] as const) await expect(pages[who].getByText(say(who)('deliberation.ended.title')).first()).toBeVisible()
  await fits()
  const link = (await manager.getByRole('link', { name: t('deliberation.minutes') }).getAttribute('href')) ?? ''
  const minutes = (await readPdf(await (await manager.request.get(link)).body())).text
  for (const said of [...jurors.map((who) => people[who].name), 'Convaincant, mesure à préciser.']) expect(minutes).toContain(said)
}

import { test } from '@playwright/test'
import type { Sql } from 'postgres'
import { type Cast, expect, jurors, makeCast, open, removeCast, scorers, seatAll, type Second, send, startSecond, wordsIn } from '#tests/e2e/judging-desk.ts'
import { holdMeeting } from '#tests/e2e/judging-meeting.ts'
import { assign, closeRound, declareLate, declareLinks, openScoring, prepareRound, scoreTogether } from '#tests/e2e/judging-rounds.ts'
import { database } from '#tests/e2e/portal.ts'

/** From a closed call to its released decisions, by everybody it takes, each in a browser and a language of their own. */
let sql: Sql
let cast: Cast
let second: Second
test.use({ actionTimeout: 30_000 })
test.beforeEach(async () => {
  test.setTimeout(420_000)
  sql = database()
  ;[cast, second] = await Promise.all([makeCast(sql), startSecond()])
})
test.afterEach(async () => {
  await second.stop()
  await removeCast(sql, cast)
  await sql.end()
})

test('a call is judged, from names alone to decisions read by founders', async ({ browser }) => {
  const desk = await seatAll(browser, sql, cast, second)
  const { people, closed } = cast
  const { pages, go, say, applicationOf, fits } = desk
  const { manager } = pages
  const { slug } = closed.call
  const t = say('manager')

  const committee = await test.step('a round is prepared, and scorers of five partners are asked for their links', () =>
    prepareRound(desk, { kind: 'committee', name: 'Comité', rules: { evaluationsPerApplication: '3', places: '2', quorum: '2' }, invited: scorers }))

  await test.step('links are declared on names alone, and what the portal found is settled', async () => {
    await Promise.all(scorers.map((who) => declareLinks(desk, who, committee, who === 'driss' ? ['Veille'] : [])))
    await fits()
    await expect(pages.driss.locator('#declaration')).not.toContainText('Veille')
    await go('manager', `/manage/rounds/${committee}/conflicts`)
    await expect(manager.locator('section[aria-labelledby=to-settle]')).toContainText(/Anne Préside.*Abri/)
    await manager.locator('section[aria-labelledby=to-settle]').getByRole('button', { name: /Anne Préside/ }).click()
    await expect(manager.locator('section[aria-labelledby=standing] ul > li')).toHaveCount(2)
  })

  await test.step('the assignment is solved around what is given by hand, adjusted, and applied', () => assign(desk, committee))
  await test.step('five scorers score, one of them offline for a while, one on a phone', async () => {
    await openScoring(desk, committee)
    await scoreTogether(desk, committee)
  })
  await test.step('a link declared after scoring takes the evaluation out at once, and the file away everywhere', () => declareLate(desk, committee))

  const ranking = `/manage/rounds/${committee}/ranking`
  await test.step('the ranking is read, questioned and frozen', async () => {
    const places = await sql<{ solution: string; mean: string; ids: string[] }[]>`
      select a.solution, avg((select avg(v::int) from jsonb_each_text(e.scores) m(k, v)))::numeric(6, 4)::text as mean, array_agg(e.person_id::text) as ids
      from counted_evaluation e join application a on a.id = e.application_id where e.round_id = ${committee} group by 1 order by 2 desc, 1`
    await go('manager', ranking)
    await expect(manager.locator('#ranking-table tbody th')).toHaveCount(4)
    const first = places.filter(({ mean }) => mean === places[0]?.mean).map(({ solution }) => solution)
    await expect(manager.locator('#ranking-table tbody th').first()).toContainText(new RegExp(first.join('|')))
    const sensitivity = manager.locator('section', { has: manager.locator('#sensitivity') }).last()
    await expect(sensitivity).toContainText(/sans [A-Zc].*médiane/s)
    await send(manager, 'freeze-form', t('ranking.freeze.done'))
    await closeRound(desk, committee)
  })

  const jury = await test.step('the shortlist goes before a jury of six, who declare their links on it', async () => {
    const made = await prepareRound(desk, { kind: 'jury', name: 'Grand jury', rules: { places: '1', quorum: '4' }, invited: jurors, fill: async (roundId) => {
      await go('manager', `/manage/rounds/${roundId}/scorers`)
      await manager.getByRole('link', { name: /Anne Préside/ }).click()
      await manager.locator('[name=chair]').check()
      await send(manager, 'scorer-form', t('scorer.chair'))
      await go('manager', `${ranking}?candidates=`)
      await manager.locator(`#jury-${roundId}`).getByRole('button').click()
      await expect(manager.locator('main')).toContainText(t('round.applications.added', { count: 2 }))
    } })
    await Promise.all(jurors.map((who) => declareLinks(desk, who, made)))
    await openScoring(desk, made)
    return made
  })
  await test.step('the jury meets on two instances, loses one in the middle, and ends with its minutes', async () => {
    await holdMeeting(desk, jury)
    await closeRound(desk, jury)
  })

  const decisions = `/manage/calls/${slug}/decisions`
  await test.step('decisions are proposed by one manager and released by another', async () => {
    for (const { id, solution } of closed.applications) {
      await go('manager', `${decisions}?edit=${id}#one`)
      const form = manager.locator('#decide-form')
      await form.locator('[name=outcome]').selectOption(solution === 'Relais' ? 'laureate' : 'not-selected')
      if (solution !== 'Relais') await form.locator('[name=motive]').fill('La mesure de départ manque.')
      await form.locator('[name=juryText]').fill(`Mots du jury pour ${solution}.`)
      await send(manager, 'decide-form', t('decision.saved'))
    }
    await send(manager, 'propose-form', t('decision.release.proposedByYou'))
    expect((await go('founder', `/applications/${applicationOf('Relais').id}/decision`))?.status()).toBe(404)
    await go('other manager', decisions)
    const other = pages['other manager']
    await other.locator('[name=confirmed]').fill('4')
    await send(other, 'release-form', say('other manager')('decision.released'))
    const mails = await sql<{ name: string; text: string }[]>`select p.name, m.text from mail m join person p on p.id = m.person_id where m.kind = 'decision' and m.person_id = any (${Object.values(people).map(({ id }) => id)}) order by 1`
    expect(mails.map(({ name }) => name)).toEqual(['Fleur Fonde', 'Rose Fonde'])
    for (const { text } of mails) expect(text).not.toMatch(/Lauréat|Laureate|retenu|selected|mesure/)
  })

  await test.step('founders read how their file was judged, and managers see that they did', async () => {
    for (const [role, solution, outcome] of [['founder', 'Relais', 'laureate'], ['rival', 'Abri', 'not-selected']] as const) {
      const page = pages[role]
      await go(role, '/applications')
      await page.getByRole('link', { name: say(role)('filing.list.decision') }).click()
      await expect(page.getByText(say(role)(`decision.yours.outcomes.${outcome}`))).toBeVisible()
      await expect(page.getByText(`Mots du jury pour ${solution}.`)).toBeVisible()
      await expect(page.locator('table').first()).toContainText(/Utilité/)
    }
    await expect(pages.founder.locator('main')).not.toContainText('Mot de Eva Cinq')
    await go('manager', decisions)
    await expect(manager.locator('#decisions tr', { hasText: 'Relais' }).locator('time')).toBeVisible()
    await expect(manager.locator('#decisions tr', { hasText: 'Veille' })).toContainText(t('decision.unread'))
  })

  await test.step('anybody reads how the choice was made', async () => {
    const anybody = await open(browser, null)
    for (const locale of ['fr', 'en'] as const) {
      await anybody.goto(`/${locale}/calls/${slug}/selection`)
      await expect(anybody.getByRole('heading', { name: wordsIn(locale)('decision.public.laureates', { count: 1 }) })).toBeVisible()
      await expect(anybody.locator('main')).not.toContainText(/Veille|Abri|Eva Cinq/)
      await expect(anybody.locator('main')).toContainText(wordsIn(locale)('decision.public.reasons.family-or-friend'))
    }
  })
})

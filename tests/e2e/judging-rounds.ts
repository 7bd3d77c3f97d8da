import { type Desk, expect, type Room, scorers, send } from '#tests/e2e/judging-desk.ts'
import { markByKey, state } from '#tests/e2e/draft-desk.ts'
import { parisClockText } from '#lib/domain/calendar.ts'
import { readPdf } from '#tests/server/read-pdf.ts'

/** What everybody gives, but for the severe one, who gives one less; both criteria alike, so that totals are whole. */
const merits: Readonly<Record<string, number>> = { Relais: 4, Passage: 4, Abri: 3, Veille: 3 }
type Wanted<R> = { kind: 'committee' | 'jury'; name: string; rules: Record<string, string>; invited: readonly R[]; fill?: (roundId: string) => Promise<void> }

/** Makes a round from its form, fills it, and asks these people for their links. */
export async function prepareRound<R extends string>({ people, slug, pages: { manager }, go, say }: Room<R | 'manager'>, { kind, name, rules, invited, fill }: Wanted<R>): Promise<string> {
  const t = say('manager')
  await go('manager', `/manage/calls/${slug}/rounds/new`)
  await manager.locator('[name="name.fr"]').fill(name)
  await manager.locator('#new-round [name=kind]').selectOption(kind)
  await send(manager, 'new-round', name, /\/settings$/)
  const roundId = manager.url().split('/').at(-2) ?? ''
  await manager.locator('[name=dueAt]').fill(parisClockText(new Date(Date.now() + 20 * 86_400_000)))
  await send(manager, 'presentation-form', t('round.saved'), /saved=presentation/)
  for (const [field, value] of Object.entries(rules)) await manager.locator(`#rules-form [name=${field}]`).fill(value)
  await send(manager, 'rules-form', t('round.saved'), /saved=rules/)
  await go('manager', `/manage/rounds/${roundId}/scorers`)
  for (const who of invited) await manager.locator('#add-members').getByRole('checkbox', { name: new RegExp(`^${people[who].name}`) }).check()
  await send(manager, 'add-members', t('scorer.added', { count: invited.length }))
  await fill?.(roundId)
  await go('manager', `/manage/rounds/${roundId}/settings`)
  await send(manager, 'ask', t('round.steps.declaring.title'))
  return roundId
}

/** Says on names alone what touches somebody: these solutions, and none of the others. */
export async function declareLinks<R extends string>({ pages, go, say }: Room<R>, role: R, roundId: string, linked: readonly string[] = []): Promise<void> {
  const page = pages[role]
  await go(role, `/scoring/rounds/${roundId}/conflicts`)
  for (const solution of linked) {
    const line = page.locator('#declaration ol > li', { hasText: solution })
    await line.getByRole('checkbox').check()
    await line.locator('select').selectOption('investment')
  }
  await page.locator('[name=noneForOthers]').check()
  await send(page, 'declaration', say(role)('conflict.own.done').split('<')[0]?.trim() ?? '')
}

export async function openScoring({ pages: { manager }, go, say }: Room<'manager'>, roundId: string): Promise<void> {
  await go('manager', `/manage/rounds/${roundId}/settings`)
  await manager.locator('#open [name=confirmed]').check()
  await send(manager, 'open', say('manager')('round.steps.scoring.title'))
}

export async function closeRound({ pages: { manager }, go, say }: Room<'manager'>, roundId: string): Promise<void> {
  await go('manager', `/manage/rounds/${roundId}/settings`)
  await manager.locator('#close [name=confirmed]').check()
  await send(manager, 'close', say('manager')('round.steps.closed.title'))
}

/** Relais is given to Eva by hand, the rest is solved around it; then one of Passage's scorers makes way for another. */
export async function assign({ sql, cast: { people }, pages: { manager }, go, say, applicationOf }: Desk, committee: string): Promise<void> {
  const t = say('manager')
  await go('manager', `/manage/rounds/${committee}/assignments?edit=${applicationOf('Relais').id}#one`)
  await manager.locator('#give-form select').selectOption(people.eva.id)
  await send(manager, 'give-form', t('assignment.one.instead', { name: 'Eva Cinq' }))
  await send(manager, 'propose-form', t('assignment.proposed'))
  await manager.locator('form[id^=apply-]').getByRole('button').click()
  await expect(manager.locator('main')).toContainText(t('assignment.given', { count: 11 }))
  const given = await sql<{ solution: string; name: string }[]>`select a.solution, s.name from assignment g join application a on a.id = g.application_id join scorer s on s.round_id = g.round_id and s.person_id = g.person_id where g.round_id = ${committee} and g.withdrawn_at is null`
  expect(given).toHaveLength(12)
  expect(given).toContainEqual({ solution: 'Relais', name: 'Eva Cinq' })
  for (const pair of [{ solution: 'Veille', name: 'Driss Quatre' }, { solution: 'Abri', name: 'Anne Préside' }]) expect(given).not.toContainEqual(pair)
  // By hand: one of Passage's makes way for somebody who has not got it.
  const has = new Set(given.filter(({ solution }) => solution === 'Passage').map(({ name }) => name))
  const out = [...has].find((name) => name !== 'Eva Cinq')
  const into = scorers.map((who) => people[who]).find(({ name }) => !has.has(name))
  await go('manager', `/manage/rounds/${committee}/assignments?edit=${applicationOf('Passage').id}#one`)
  await manager.getByLabel(t('assignment.one.instead', { name: out ?? '' })).selectOption(into?.id ?? '')
  await manager.locator('form[id^=replace-]', { has: manager.getByLabel(t('assignment.one.instead', { name: out ?? '' })) }).getByRole('button').click()
  await expect(manager.locator('section[aria-labelledby=one]')).toContainText(t('assignment.one.instead', { name: into?.name ?? '' }))
  await send(manager, 'propose-form', t('assignment.proposed'))
  await expect(manager.locator('tr', { hasText: 'Passage' }).first()).toContainText(into?.name ?? '')
}

/** One scorer's whole queue: by keyboard, by touch on the phone, and the first of Basile's files with the network gone. */
async function scoreAll({ cast: { people }, pages, go, say, fits }: Desk, committee: string, who: (typeof scorers)[number]): Promise<void> {
  const page = pages[who]
  await go(who, '/scoring')
  const files = await page.locator(`li[data-round="${committee}"]`).count()
  await page.getByRole('link', { name: say(who)('evaluation.queue.next') }).click()
  for (let file = 1; file <= files; file += 1) {
    const heading = page.getByRole('heading', { level: 1 })
    await expect(page.locator('[data-total]')).toHaveText('–')
    const mark = String((merits[(await heading.textContent())?.trim() ?? ''] ?? 3) - (who === 'basile' ? 1 : 0))
    const marks = page.locator('fieldset[data-criterion]')
    if (who === 'chloe') for (const place of [0, 1]) await marks.nth(place).locator(`input[value="${mark}"]`).tap()
    else {
      await markByKey(page, mark, marks.first().locator(`input[value="${mark}"]`))
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press(mark)
    }
    for (const place of [0, 1]) await expect(marks.nth(place).locator(`input[value="${mark}"]`)).toBeChecked()
    if (who === 'basile' && file === 1) {
      await page.context().setOffline(true)
      await page.locator('#field-commentToApplicant').fill('Écrit dans le train')
      await expect(state(page)).toHaveText(say(who)('draft.editor.state.offlineKept'))
      await page.context().setOffline(false)
    } else await page.locator('#field-commentToApplicant').fill(`Mot de ${people[who].name}`)
    if (who === 'chloe') await fits()
    const address = page.url()
    if (who === 'chloe') await page.getByRole('button', { name: file < files ? say(who)('evaluation.submit.submitNext') : say(who)('evaluation.submit.submit'), exact: true }).tap()
    else await page.keyboard.press('Control+Enter')
    if (file < files) await expect(page).not.toHaveURL(address)
    else await expect(page.getByText(say(who)('evaluation.read.submittedTitle'))).toBeVisible()
  }
}

/** Five scorers at once; every evaluation counts in the end. */
export async function scoreTogether(desk: Desk, committee: string): Promise<void> {
  const { sql } = desk
  await Promise.all(scorers.map((who) => scoreAll(desk, committee, who)))
  expect(await sql`select count(*)::int as count from counted_evaluation where round_id = ${committee}`).toEqual([{ count: 12 }])
  expect(await sql`select count(*)::int as count from evaluation where round_id = ${committee} and comment_to_applicant = 'Écrit dans le train' and submitted_at is not null`).toEqual([{ count: 1 }])
}

/** A link Eva declares after she has submitted: her evaluation of Relais stops counting at once, and the file is nowhere any more for her. */
export async function declareLate({ sql, cast: { people }, pages, go, applicationOf }: Desk, committee: string): Promise<void> {
  const ranked = () => pages.manager.locator('#ranking-table tbody tr', { hasText: 'Relais' })
  const ranking = `/manage/rounds/${committee}/ranking`
  await go('manager', ranking)
  await expect(ranked()).toContainText('÷ 3')
  const [own] = await sql<{ id: string }[]>`select id from assignment where round_id = ${committee} and application_id = ${applicationOf('Relais').id} and person_id = ${people.eva.id}`
  const page = pages.eva
  await go('eva', `/scoring/evaluations/${own?.id}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Relais')
  await go('eva', `/scoring/rounds/${committee}/conflicts`)
  const line = page.locator('#declaration ol > li', { hasText: 'Relais' })
  await line.getByRole('checkbox').check()
  await line.locator('select').selectOption('family-or-friend')
  await page.locator('[name=noneForOthers]').check()
  await page.locator('#declaration').getByRole('button').click()
  await expect(page.locator('#declaration')).not.toContainText('Relais')
  await go('manager', ranking)
  await expect(ranked()).toContainText('÷ 2')
  await go('eva', '/scoring')
  await expect(page.locator('main')).not.toContainText('Relais')
  for (const path of [`/scoring/evaluations/${own?.id}`, `/scoring/rounds/${committee}/applications/${applicationOf('Relais').id}`]) expect((await go('eva', path))?.status()).toBe(404)
  expect(await (await page.request.get('/api/v1/assignments')).text()).not.toContain('Relais')
  expect((await page.request.get(`/api/v1/evaluations/${own?.id}`)).status()).toBe(404)
  const files = await page.request.get(`/api/v1/rounds/${committee}/assignments.pdf`)
  expect(files.status(), await files.text().then((text) => text.slice(0, 300))).toBe(200)
  expect((await readPdf(await files.body())).text).not.toContain('Relais')
}

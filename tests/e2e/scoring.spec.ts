import { expect, test, type Page } from '@playwright/test'
import { AxeBuilder } from '@axe-core/playwright'
import type { Sql } from 'postgres'
import { makeWorld, removeWorld, type World } from '#tests/access/world.ts'
import { enter, keptOnDevice, markByKey, saved, state } from '#tests/e2e/draft-desk.ts'
import { database } from '#tests/e2e/portal.ts'
import { type Committee, makeCommittee, removeCommittee } from '#tests/factories/committee.ts'

/** Scorers at work: by keyboard, on a phone, offline in the middle of a sentence, without script; then colleagues appear. */
let sql: Sql
let world: World
let committee: Committee
test.beforeEach(async () => {
  sql = database()
  world = await makeWorld(sql)
  const { people, organisations } = world
  committee = await makeCommittee(sql, {
    managerId: people.manager.id, solutions: ['Relais', 'Veille', 'Passage'], text: 'Un paragraphe assez long pour être lu.\n\nUn second.',
    seats: [{ personId: people.scorer.id, organisationId: organisations.hospital, name: 'Lecteur un' }, { personId: people['scorer-2'].id, organisationId: organisations.foundation, name: 'Lectrice deux', kind: 'foundation', livedExperience: true }],
  })
})
test.afterEach(async () => {
  await removeCommittee(sql, committee)
  await removeWorld(sql, world)
  await sql.end()
})

const evaluationOf = (person: 'scorer' | 'scorer-2', place: number) => committee.assignments.filter(({ personId }) => personId === world.people[person].id)[place]?.id ?? ''
const criterion = (slug: string) => committee.criteria.find((each) => each.slug === slug)?.id ?? ''
const rowOf = async (id: string) => (await sql`select scores, comment_to_jury, comment_to_applicant, version, submitted_at is not null as submitted from evaluation where id = ${id}`)[0] ?? {}
const mark = (page: Page, slug: string, value: number | string) => page.locator(`input[name="scores.${criterion(slug)}"][value="${value}"]`)

for (const locale of ['fr', 'en'] as const) {
  test(`scores by keyboard, submits and goes on to the next (${locale})`, async ({ page, context }) => {
    await enter(context, world, 'scorer')
    await page.goto(`/${locale}/scoring`)
    const round = page.locator(`section:has(#round-${committee.roundId})`)
    await expect(round).toContainText(locale === 'fr' ? /3 candidatures, environ \d+.*à rendre avant le/ : /3 applications, about \d+.*due/)
    await expect(round).toContainText(locale === 'fr' ? '0 sur 3' : '0 of 3')
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await round.getByRole('link', { name: locale === 'fr' ? 'Évaluer la suivante' : 'Score the next one' }).click()
    await expect(page).toHaveURL(new RegExp(evaluationOf('scorer', 0)))
    await expect(page.locator('[data-total]')).toHaveText('–')
    await markByKey(page, '4', mark(page, 'utilite', 4))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('5')
    await expect(mark(page, 'preuve', 5)).toBeChecked()
    await expect(page.locator('[data-total]')).toHaveText(locale === 'fr' ? '4,38' : '4.38')
    await expect(page.getByText(`(4 × 50 + 5 × 30) ÷ 80 = ${locale === 'fr' ? '4,38' : '4.38'}`)).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('alert').filter({ hasText: locale === 'fr' ? 'Il manque encore' : 'Still missing' })).toContainText(locale === 'fr' ? 'vous avez donné un 1 ou un 5' : 'you gave a 1 or a 5')
    const jury = page.locator('#field-commentToJury')
    await jury.fill('1 2 3 : des chiffres dans un texte')
    await expect(mark(page, 'utilite', 4)).toBeChecked()
    await expect(state(page)).toHaveText(saved[locale])
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await jury.press('Control+Enter')
    await expect(page).toHaveURL(new RegExp(evaluationOf('scorer', 1)))
    expect(await rowOf(evaluationOf('scorer', 0))).toMatchObject({ submitted: true, comment_to_jury: '1 2 3 : des chiffres dans un texte', scores: { [criterion('utilite')]: 4, [criterion('preuve')]: 5 } })
    await page.locator(`[data-criterion="${criterion('utilite')}"] summary`).click()
    await expect(page.getByText(locale === 'fr' ? 'Vous avez donné 4 à Relais.' : 'You gave 4 to Relais.')).toBeVisible()
  })
}

test('offline in the middle of a sentence nothing is lost, and two pages overwrite nothing', async ({ page, context }) => {
  await enter(context, world, 'scorer')
  const id = evaluationOf('scorer', 0)
  await page.goto(`/fr/scoring/evaluations/${id}`)
  await mark(page, 'utilite', 3).check()
  const applicant = page.locator('#field-commentToApplicant')
  await applicant.pressSequentially('Une promesse claire, ')
  await expect(state(page)).toHaveText(saved.fr)
  await context.setOffline(true)
  await applicant.pressSequentially('et un secret de plus')
  await expect(state(page)).toHaveText('Hors ligne, gardé sur cet appareil')
  const device = await keptOnDevice(page)
  expect(device).toMatchObject({ edits: 1, extractable: [false] })
  expect(device.text).not.toContain('secret')
  await context.setOffline(false)
  await expect(state(page)).toHaveText(saved.fr, { timeout: 15_000 })
  expect(await rowOf(id)).toMatchObject({ comment_to_applicant: 'Une promesse claire, et un secret de plus', scores: { [criterion('utilite')]: 3 } })
  const other = await context.newPage()
  await other.goto(`/fr/scoring/evaluations/${id}`)
  await other.locator('#field-commentToJury').fill('De l’autre page')
  await expect(state(other)).toHaveText(saved.fr)
  await page.bringToFront()
  await mark(page, 'preuve', 2).check()
  await expect.poll(async () => (await rowOf(id)).scores).toMatchObject({ [criterion('preuve')]: 2 })
  await expect(page.locator('#field-commentToJury')).toHaveValue('De l’autre page')
})

test('what is typed before the script came is kept, over the text that was there', async ({ page, context }) => {
  await enter(context, world, 'scorer')
  const id = evaluationOf('scorer', 0)
  await page.goto(`/fr/scoring/evaluations/${id}`)
  await page.locator('#field-commentToJury').fill('Ce qui était là')
  await expect(state(page)).toHaveText(saved.fr)
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/_next/static/**/*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(`/fr/scoring/evaluations/${id}`, { waitUntil: 'commit' })
  await page.locator('#field-commentToJury').fill('Tapé avant le script')
  await mark(page, 'utilite', 2).check()
  release()
  await expect.poll(() => rowOf(id), { timeout: 15_000 }).toMatchObject({ comment_to_jury: 'Tapé avant le script', scores: { [criterion('utilite')]: 2 } })
  await expect(page.locator('#field-commentToJury')).toHaveValue('Tapé avant le script')
})

test('on a phone the grid is a touch away, and nothing is wider than the screen', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true, locale: 'fr-FR', timezoneId: 'Europe/Paris' })
  await enter(context, world, 'scorer')
  const page = await context.newPage()
  await page.goto(`/fr/scoring/evaluations/${evaluationOf('scorer', 0)}`)
  await page.getByRole('navigation', { name: 'Évaluation' }).getByRole('link', { name: 'La grille' }).tap()
  await expect(page.locator('#grid')).toBeInViewport()
  await mark(page, 'utilite', 2).tap()
  await mark(page, 'preuve', 'not-applicable').tap()
  await expect(page.locator('[data-total]')).toHaveText('2,00')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  await page.getByRole('button', { name: 'Envoyer', exact: true }).tap()
  await expect(page.getByText('Votre évaluation est envoyée')).toBeVisible()
  await context.close()
})

test('colleagues appear only once one’s own is submitted, disagreements first', async ({ page, context }) => {
  const theirs = evaluationOf('scorer-2', 0)
  await sql`update evaluation set scores = ${sql.json({ [criterion('utilite')]: 4, [criterion('preuve')]: 1, [criterion('vecu')]: 3 })}, comment_to_jury = 'Aucune preuve', version = 1 where id = ${theirs}`.catch(() => {})
  await sql.begin(async (tx) => {
    await tx`select set_config('portal.actor', ${world.people['scorer-2'].id}, true)`
    await tx`update evaluation set scores = ${tx.json({ [criterion('utilite')]: 4, [criterion('preuve')]: 1, [criterion('vecu')]: 3 })}, comment_to_jury = 'Aucune preuve', version = 1 where id = ${theirs}`
    await tx`update evaluation set submitted_at = now(), sequence = 1 where id = ${theirs}`
  })
  await enter(context, world, 'scorer')
  await page.goto(`/fr/scoring/evaluations/${evaluationOf('scorer', 0)}`)
  await mark(page, 'utilite', 4).check()
  await mark(page, 'preuve', 4).check()
  await expect(state(page)).toHaveText(saved.fr)
  expect(await page.content()).not.toContain('Aucune preuve')
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click()
  const colleagues = page.locator('section', { has: page.locator('#colleagues') }).last()
  await expect(colleagues).toContainText('Lectrice deux (Fondation)')
  await expect(colleagues).toContainText('Aucune preuve')
  await expect(colleagues.locator('tbody tr').first()).toContainText(/Solidité des preuves.*3.d’écart/)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
})

test('what is skipped comes last, an abstention can be taken back, a link takes the application away', async ({ page, context }) => {
  await enter(context, world, 'scorer')
  await page.goto(`/fr/scoring/evaluations/${evaluationOf('scorer', 0)}`)
  await page.getByRole('button', { name: 'Passer pour l’instant' }).click()
  await expect(page).toHaveURL(new RegExp(evaluationOf('scorer', 1)))
  await page.getByText('Ne pas évaluer cette candidature').click()
  await page.getByLabel('Pourquoi').selectOption('no-time')
  await page.getByRole('button', { name: 'M’abstenir' }).click()
  const round = page.locator(`section:has(#round-${committee.roundId})`)
  await expect(round).toContainText('0 sur 2 évaluées · 1 abstention')
  await expect(round.getByRole('link', { name: 'Évaluer la suivante' })).toHaveAttribute('href', new RegExp(evaluationOf('scorer', 2)))
  await page.goto(`/fr/scoring/evaluations/${evaluationOf('scorer', 1)}`)
  await page.getByRole('button', { name: 'L’évaluer quand même' }).click()
  await expect(page.locator('#field-commentToJury')).toBeVisible()
  await page.getByText('J’ai un lien avec cette candidature').click()
  await page.getByLabel('Quel lien').selectOption('investment')
  await page.getByRole('button', { name: 'Déclarer ce lien' }).click()
  await expect(page).toHaveURL(/\/fr\/scoring$/)
  await expect(page.locator(`section:has(#round-${committee.roundId})`)).not.toContainText('Veille')
  expect((await page.goto(`/fr/scoring/evaluations/${evaluationOf('scorer', 1)}`))?.status()).toBe(404)
})

test('without script the form saves, says what is missing, and submits', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' })
  await enter(context, world, 'scorer')
  const page = await context.newPage()
  const id = evaluationOf('scorer', 0)
  await page.goto(`/fr/scoring/evaluations/${id}`)
  await mark(page, 'utilite', 5).check()
  await page.locator('#field-commentToApplicant').fill('Merci')
  await page.getByRole('button', { name: 'Enregistrer sans envoyer' }).click()
  await expect(mark(page, 'utilite', 5)).toBeChecked()
  expect(await rowOf(id)).toMatchObject({ submitted: false, version: 1, comment_to_applicant: 'Merci' })
  await mark(page, 'preuve', 2).check()
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click()
  await expect(page.getByText('Il manque encore')).toBeVisible()
  await page.locator('#field-commentToJury').fill('Parce que')
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click()
  await expect(page.getByText('Votre évaluation est envoyée')).toBeVisible()
  expect(await rowOf(id)).toMatchObject({ submitted: true, comment_to_jury: 'Parce que' })
  await context.close()
})

test('all the files come as one PDF', async ({ context, request }) => {
  await enter(context, world, 'scorer')
  const answer = await request.get(`/api/v1/rounds/${committee.roundId}/assignments.pdf`, { headers: { cookie: `portal.session=${world.people.scorer.token}` } })
  expect(answer.status()).toBe(200)
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-')
})

import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import type { Sql } from 'postgres'
import { makeWorld, removeWorld, type World } from '#tests/access/world.ts'
import { contentOf, control, enter, keptOnDevice, saved, state } from '#tests/e2e/draft-desk.ts'
import { linkFor } from '#tests/e2e/mailbox.ts'
import { database } from '#tests/e2e/portal.ts'

/** A founder never loses a word and always knows where they stand. */
let sql: Sql
let world: World
test.beforeEach(async () => {
  sql = database()
  world = await makeWorld(sql)
  // The deadline is everybody's here.
  await sql`delete from late_permit where call_id = ${world.openCall.id}`
})
test.afterEach(async () => {
  await removeWorld(sql, world)
  await sql.end()
})

const edit = (locale: string) => `/${locale}/applications/${world.draft.id}/edit`
const faults = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
const words = {
  fr: { offline: 'Hors ligne, gardé sur cet appareil', session: 'Votre session est terminée', two: 'Deux versions de', both: 'Garder les deux, à la suite', theirs: 'Prendre celle qui est enregistrée', closed: 'La clôture est passée', leave: 'Se déconnecter et effacer', reader: 'Lecture seule', empty: 'Rien à enregistrer pour l’instant', enter: 'Entrer' },
  en: { offline: 'Offline, kept on this device', session: 'Your session has ended', two: 'Two versions of', both: 'Keep both, one after the other', theirs: 'Take the one that is saved', closed: 'The deadline has passed', leave: 'Sign out and erase', reader: 'Read only', empty: 'Nothing to save yet', enter: 'Enter' },
} as const

for (const locale of ['fr', 'en'] as const) {
  const said = words[locale]

  test(`${locale}: the first letter creates the draft, every pause saves, and a reload comes back to the same field`, async ({ page, context }) => {
    await enter(context, world, 'rival')
    await page.goto(`/${locale}/applications/start/${world.openCall.slug}`)
    await expect(state(page)).toHaveText(said.empty)
    const drafts = () => sql<{ id: string; pitch: string | null }[]>`select id, pitch from application_draft where organisation_id = ${world.organisations['other start-up']} and call_id = ${world.openCall.id}`
    await control(page, 'summary').focus()
    expect(await drafts()).toEqual([])
    await control(page, 'pitch').pressSequentially('Une passerelle')
    await expect(state(page)).toHaveText(saved[locale])
    const [made] = await drafts()
    expect(made?.pitch).toBe('Une passerelle')
    await expect(page).toHaveURL(`/${locale}/applications/${made?.id}/edit#field-pitch`)
    await control(page, 'pitch').pressSequentially(' vers le soin')
    await control(page, 'summary').fill('Un\n\ndeux')
    await page.getByLabel(locale === 'fr' ? 'Un défi' : 'Un défi').check()
    await expect.poll(async () => await contentOf(sql, made?.id ?? '')).toMatchObject({ pitch: 'Une passerelle vers le soin', summary: 'Un\n\ndeux' })
    await control(page, 'pitch').focus()
    await page.reload()
    await expect(control(page, 'pitch')).toBeFocused()
    await expect(control(page, 'summary')).toHaveValue('Un\n\ndeux')
    await page.goto(`/${locale}/applications/start/${world.openCall.slug}`)
    await expect(page).toHaveURL(new RegExp(`/${locale}/applications/${made?.id}/edit`))
    expect(await keptOnDevice(page)).toMatchObject({ edits: 0 })
  })

  test(`${locale}: a session that ends midway loses nothing, and saving goes on after signing in again elsewhere`, async ({ page, context, request, baseURL }) => {
    await enter(context, world, 'founder')
    await page.goto(edit(locale))
    await sql`delete from session where person_id = ${world.people.founder.id}`
    await control(page, 'summary').fill('Écrit sans session')
    await expect(page.locator('[data-editor-bar] [role=alert]')).toContainText(said.session)
    await control(page, 'team').fill('Écrit encore après')
    await expect(control(page, 'summary')).toHaveValue('Écrit sans session')
    const elsewhere = await context.newPage()
    await elsewhere.goto((await linkFor(request, String(baseURL), world.people.founder.email, locale)).link)
    await elsewhere.locator('#enter button[type=submit]').click()
    await elsewhere.waitForURL(/account/)
    await page.bringToFront()
    await expect(state(page)).toHaveText(saved[locale], { timeout: 15_000 })
    await expect(page.locator('[data-editor-bar] [role=alert]')).toBeEmpty()
    expect(await contentOf(sql, world.draft.id)).toMatchObject({ summary: 'Écrit sans session', team: 'Écrit encore après' })
  })

  test(`${locale}: two tabs never overwrite each other: both versions are shown, and the rest goes on being saved`, async ({ page, context }) => {
    await enter(context, world, 'founder')
    const other = await context.newPage()
    for (const each of [page, other]) await each.goto(edit(locale))
    await other.bringToFront()
    await control(other, 'pitch').fill('La phrase de l’autre onglet')
    await control(other, 'needs').fill('Un terrain')
    await expect(state(other)).toHaveText(saved[locale])
    await control(page, 'pitch').fill('Ma phrase')
    await control(page, 'team').fill('Mon équipe')
    const panel = page.getByRole('group', { name: new RegExp(said.two) })
    await expect(panel).toContainText('La phrase de l’autre onglet')
    await expect(panel).toContainText('Ma phrase')
    await expect(control(page, 'needs')).toHaveValue('Un terrain')
    await expect.poll(async () => contentOf(sql, world.draft.id)).toMatchObject({ pitch: 'La phrase de l’autre onglet', team: 'Mon équipe' })
    expect(await faults(page)).toEqual([])
    await panel.getByRole('button', { name: said.both }).click()
    await expect(panel).toHaveCount(0)
    await expect(control(page, 'pitch')).toBeFocused()
    await expect(state(page)).toHaveText(saved[locale])
    expect(await contentOf(sql, world.draft.id)).toMatchObject({ pitch: 'La phrase de l’autre onglet Ma phrase' })
    expect(await keptOnDevice(page)).toMatchObject({ edits: 0 })
  })

  test(`${locale}: the deadline passing while somebody types says so, keeps the text on screen, and saves what came in time`, async ({ page, context }) => {
    await enter(context, world, 'founder')
    await page.goto(edit(locale))
    await control(page, 'pitch').fill('À temps')
    await expect(state(page)).toHaveText(saved[locale])
    // No page hears of it by itself: the next save does.
    await sql`update call set closes_at = now() - interval '3 seconds' where id = ${world.openCall.id}`
    await control(page, 'summary').fill('Une seconde trop tard')
    await expect(page.locator('[data-editor-bar] [role=alert]')).toContainText(said.closed)
    await expect(control(page, 'summary')).toHaveValue('Une seconde trop tard')
    await expect(control(page, 'summary')).toHaveAttribute('readonly', '')
    const kept = await contentOf(sql, world.draft.id)
    expect([kept.pitch, String(kept.summary).startsWith('canary')]).toEqual(['À temps', true])
    expect(await faults(page)).toEqual([])
  })

  test(`${locale}: signing out takes what was typed off the device, and says first what would be lost`, async ({ page, context }) => {
    await enter(context, world, 'founder')
    await page.goto(edit(locale))
    await page.route('**/api/v1/drafts/*', (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()))
    await control(page, 'pitch').fill('Jamais parti')
    await expect(state(page)).toHaveText(said.offline)
    await expect.poll(async () => (await keptOnDevice(page)).edits).toBe(1)
    await page.locator('#sign-out button').click()
    await page.getByRole('button', { name: said.leave }).click()
    await page.waitForURL(`/${locale}`)
    expect(await keptOnDevice(page)).toEqual({ edits: 0, keys: 0, text: '', extractable: [] })
  })

  test(`${locale}: deleting the account takes what was typed off the device too, and not before it is confirmed`, async ({ page, context }) => {
    await sql`insert into membership (organisation_id, person_id, role) values (${world.organisations['start-up']}, ${world.people.mentor.id}, 'owner')`
    await enter(context, world, 'founder')
    await page.goto(edit(locale))
    await page.route('**/api/v1/drafts/*', (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()))
    await control(page, 'pitch').fill('Jamais parti')
    await expect.poll(async () => (await keptOnDevice(page)).edits).toBe(1)
    await page.goto(`/${locale}/account/delete`)
    await page.locator('#delete button').click()
    await expect(page.locator('#delete [role=alert]')).toBeVisible()
    expect((await keptOnDevice(page)).edits).toBe(1)
    await page.locator('#delete-confirmed').check()
    await page.locator('#delete button').click()
    await page.getByRole('alert').getByRole('button').last().click()
    await page.waitForURL(`/${locale}`)
    expect(await keptOnDevice(page)).toEqual({ edits: 0, keys: 0, text: '', extractable: [] })
  })

  test(`${locale}: a reader reads and changes nothing`, async ({ page, context }) => {
    await sql`insert into membership (organisation_id, person_id, role) values (${world.organisations['start-up']}, ${world.people.mentor.id}, 'reader')`
    await enter(context, world, 'mentor')
    await page.goto(edit(locale))
    await expect(state(page)).toHaveText(said.reader)
    await expect(control(page, 'pitch')).toHaveAttribute('readonly', '')
    expect(await page.locator('main form input[type=radio]:enabled').count()).toBe(0)
    expect(await faults(page)).toEqual([])
  })
}

test('the version put aside stays at hand, and can be taken back', async ({ page, context }) => {
  await enter(context, world, 'founder')
  await page.goto(edit('fr'))
  await sql`update application_draft set team = 'L’équipe d’une collègue', version = version + 1 where id = ${world.draft.id}`
  await sql`insert into draft_revision (draft_id, version, fields, saved_by, idempotency_key, sha256) values (${world.draft.id}, 2, '{team}', ${world.people.founder.id}, 'another-key', 'x')`
  await control(page, 'team').fill('Mon équipe')
  await page.getByRole('button', { name: words.fr.theirs }).click()
  await expect(control(page, 'team')).toHaveValue('L’équipe d’une collègue')
  await page.getByText('La lire').click()
  await page.getByRole('button', { name: 'Reprendre cette version' }).click()
  await expect(control(page, 'team')).toHaveValue('Mon équipe')
  await expect(state(page)).toHaveText(saved.fr)
  expect((await contentOf(sql, world.draft.id)).team).toBe('Mon équipe')
})

test('a deadline that arrives on the page’s own clock closes it by itself, and what was typed up to it is saved', async ({ page, context }) => {
  await enter(context, world, 'founder')
  await sql`update call set closes_at = date_trunc('second', now()) + interval '6 seconds' where id = ${world.openCall.id}`
  await page.goto(edit('fr'))
  await expect(page.locator('[data-editor-bar]')).toContainText('Clôture dans moins d’une minute')
  await control(page, 'team').fill('')
  for (let typing = 0; typing < 12; typing += 1) await page.keyboard.type(`mot${typing} `, { delay: 20 })
  await expect(control(page, 'team')).toHaveAttribute('readonly', '', { timeout: 15_000 })
  await expect(page.locator('[data-editor-bar]')).toContainText('Clos depuis')
  expect((await contentOf(sql, world.draft.id)).team).toBe(await control(page, 'team').inputValue())
})

test('without a server’s answer the cause is said at once, and saving goes on by itself', async ({ page, context }) => {
  await enter(context, world, 'founder')
  await page.goto(edit('fr'))
  let refusals = 0
  await page.route('**/api/v1/drafts/*', (route) => (route.request().method() === 'PUT' && (refusals += 1) < 3 ? route.fulfill({ status: 503, headers: { 'retry-after': '1' }, body: '' }) : route.continue()))
  await control(page, 'pitch').fill('Malgré tout')
  await expect(page.locator('[data-editor-bar] [role=alert]')).toContainText('Le portail ne répond pas comme il devrait')
  await expect(state(page)).toHaveText(saved.fr, { timeout: 15_000 })
  expect(await contentOf(sql, world.draft.id)).toMatchObject({ pitch: 'Malgré tout' })
})

test('what the server cannot keep is said at its field, stays as typed, and holds nothing else up', async ({ page, context }) => {
  await enter(context, world, 'founder')
  await page.goto(edit('fr'))
  await control(page, 'budget').fill('beaucoup')
  await control(page, 'team').fill('Une équipe')
  await expect(page.locator('[id="field-budget-note"]')).toContainText('Écrivez un nombre')
  await expect(control(page, 'budget')).toHaveValue('beaucoup')
  await expect.poll(async () => (await contentOf(sql, world.draft.id)).team).toBe('Une équipe')
  await page.reload()
  await expect(control(page, 'budget')).toHaveValue('beaucoup')
  await control(page, 'budget').fill('12 500')
  await expect(state(page)).toHaveText(saved.fr)
  const [row] = await sql`select budget from application_draft where id = ${world.draft.id}`
  expect(row?.budget).toBe('12500')
})

/** Opens the editor with its scripts kept back; returns what lets them come. */
async function openAsleep(page: Page): Promise<() => void> {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/_next/static/**/*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(edit('fr'), { waitUntil: 'commit' })
  return release
}

test('what is typed and chosen before the script came is saved, over what was there, and Enter leaves nothing', async ({ page, context }) => {
  await enter(context, world, 'founder')
  // The field they left last does not draw them away from where they write.
  await sql`update application_draft set version = version + 1 where id = ${world.draft.id}`
  await sql`insert into draft_revision (draft_id, version, fields, saved_by, idempotency_key, sha256) values (${world.draft.id}, 2, '{pitch}', ${world.people.founder.id}, 'another-key', 'x')`
  const release = await openAsleep(page)
  await control(page, 'summary').fill('Tapé avant le script ')
  await control(page, 'budget').fill('12 500')
  await control(page, 'budget').press('Enter')
  await page.getByLabel('Un défi').check()
  await control(page, 'team').press('End')
  await control(page, 'team').pressSequentially('é')
  expect(await control(page, 'summary').inputValue()).toBe('Tapé avant le script ')
  release()
  const row = async () => (await sql`select summary, budget, challenge_id, team from application_draft where id = ${world.draft.id}`)[0]
  await expect.poll(row, { timeout: 15_000 }).toMatchObject({ summary: 'Tapé avant le script ', budget: '12500', challenge_id: expect.any(String), team: expect.stringMatching(/^canary.*é$/) })
  // The caret stands where it stood: typing goes on.
  await page.keyboard.type('t')
  await expect.poll(row).toMatchObject({ team: expect.stringMatching(/^canary.*ét$/) })
  expect(await control(page, 'summary').inputValue()).toBe('Tapé avant le script ')
})

test('what an earlier page left on the device comes back, and what is typed before the script came does not write over it', async ({ page, context }) => {
  await enter(context, world, 'founder')
  await page.goto(edit('fr'))
  await page.route('**/api/v1/drafts/*', (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()))
  await control(page, 'needs').fill('Laissé sur l’appareil')
  await control(page, 'pitch').fill('Laissé aussi')
  await expect.poll(async () => (await keptOnDevice(page)).edits).toBe(2)
  await page.close({ runBeforeUnload: false })
  const next = await context.newPage()
  // On a phone the device answers before the last field is awake.
  await (await context.newCDPSession(next)).send('Emulation.setCPUThrottlingRate', { rate: 8 })
  const release = await openAsleep(next)
  // In a part that wakes after the first one.
  await control(next, 'needs').fill('Tapé trop tôt')
  release()
  await expect(control(next, 'pitch')).toHaveValue('Laissé aussi')
  const panel = next.getByRole('group', { name: /Deux versions de/ })
  await expect(panel).toContainText('Laissé sur l’appareil')
  await expect(panel).toContainText('Tapé trop tôt')
  await expect.poll(async () => await contentOf(sql, world.draft.id)).toMatchObject({ needs: 'Tapé trop tôt', pitch: 'Laissé aussi' })
})

test('somebody else signed in in the same browser neither sees nor saves what was typed', async ({ page, context }) => {
  await enter(context, world, 'founder')
  await page.goto(edit('fr'))
  await sql`delete from session where person_id = ${world.people.founder.id}`
  await control(page, 'pitch').fill('Le texte du fondateur')
  await expect(page.locator('[data-editor-bar] [role=alert]')).toContainText(words.fr.session)
  await context.clearCookies()
  await enter(context, world, 'rival')
  const theirs = await context.newPage()
  await theirs.goto(`/fr/applications/start/${world.openCall.slug}`)
  await expect(control(theirs, 'pitch')).toHaveValue('')
  await page.bringToFront()
  await expect(page.locator('[data-editor-bar] [role=alert]')).toContainText('Quelqu’un d’autre est connecté dans ce navigateur', { timeout: 15_000 })
  expect(String((await contentOf(sql, world.draft.id)).pitch)).toMatch(/^canary/)
  await page.close()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })
    test('no accessibility fault, no sideways scroll, in both languages', async ({ page, context }) => {
      await enter(context, world, 'founder')
      await sql`insert into membership (organisation_id, person_id, role) values (${world.organisations.hospital}, ${world.people.founder.id}, 'member')`
      const complaints: string[] = []
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      for (const [locale, width] of [['fr', 320], ['en', 1280]] as const) {
        await page.setViewportSize({ width, height: 800 })
        for (const path of [edit(locale), `/${locale}/applications/start/${world.openCall.slug}`, `/${locale}/applications/start/${world.openCall.slug}?organisation=${world.organisations.hospital}`]) {
          const response = await page.goto(path)
          expect([response?.status(), response?.headers()['cache-control']]).toEqual([200, 'private, no-store'])
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
          expect(await faults(page)).toEqual([])
        }
      }
      expect(complaints).toEqual([])
    })
  })
}

import { devices, expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test'
import type { Sql } from 'postgres'
import { makeWorld, removeWorld, type World } from '#tests/access/world.ts'
import { control, enter, saved, state } from '#tests/e2e/draft-desk.ts'
import { address, database } from '#tests/e2e/portal.ts'

/**
 * One application from the call that asks for it to the correction of what was deposited, as its people live it: the
 * manager, the founder on a phone and at a desk, a colleague, and a rival who sees nothing.
 */
let sql: Sql
let world: World
test.beforeEach(async () => {
  sql = database()
  world = await makeWorld(sql)
})
test.afterEach(async () => {
  const own = sql`select id from application_draft where organisation_id = ${world.organisations['start-up']}`
  await sql`delete from receipt where application_id in (${own})`
  await sql`delete from application where id in (${own})`
  await sql`delete from application_draft where organisation_id = ${world.organisations['start-up']}`
  await removeWorld(sql, world)
  await sql.end()
})

const words = {
  fr: { offline: 'Hors ligne, gardé sur cet appareil', two: 'Deux versions de', theirs: 'Prendre celle qui est enregistrée', closed: 'La clôture est passée', rupture: 'Défaut de suivi après une tentative de suicide' },
  en: { offline: 'Offline, kept on this device', two: 'Two versions of', theirs: 'Take the one that is saved', closed: 'The deadline has passed', rupture: 'Lack of follow-up after a suicide attempt' },
} as const

const submit = (page: Page, form: string) => page.locator(`[id="${form}"] button[type=submit]`).click()
const field = (page: Page, id: string) => page.locator(`[id="${id}"]`)
/** "2026-11-24T17:00", what a clock in Paris shows. */
const parisClock = (at: Date) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' }).format(at).replace(' ', 'T')
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)

/** A browser of somebody's own. */
async function browserOf(browser: Browser, persona: 'manager' | 'founder' | 'rival' | 'mentor', options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: address, timezoneId: 'Europe/Paris', ...options })
  await enter(context, world, persona)
  return context
}

/** The manager clones the demonstration's open call, dates it anew and publishes it. */
async function openCall(page: Page, locale: string, slug: string) {
  await page.goto(`/${locale}/manage/calls/new?from=demo-ouvert`)
  await field(page, 'clone-call-title.fr').fill('Un appel du parcours')
  await field(page, 'clone-call-title.en').fill('A call of the journey')
  await field(page, 'clone-call-slug').fill(slug)
  await submit(page, 'clone-call')
  await expect(page).toHaveURL(`/${locale}/manage/calls/${slug}`)
  await page.goto(`/${locale}/manage/calls/${slug}/calendar`)
  await field(page, 'calendar-opensAt').fill(parisClock(inDays(-1)))
  await field(page, 'calendar-closesAt').fill(parisClock(inDays(20)))
  await field(page, 'calendar-answerOn').fill(parisClock(inDays(60)).slice(0, 10))
  for (const phase of await page.locator('[id^="calendar-phases."][id$=".remove"]').all()) await phase.check()
  await submit(page, 'calendar')
  await expect(page.getByRole('status').filter({ hasText: /Enregistré\.|Saved\./ })).toBeVisible()
  await page.goto(`/${locale}/manage/calls/${slug}/publish`)
  await submit(page, 'publish')
  await expect(page).toHaveURL(`/${locale}/manage/calls/${slug}?saved=published`)
}

/** Fills in what is still missing, in the database: the rest of the form is other tests' matter. */
async function fillRest(draftId: string) {
  const [call] = await sql<{ questions: { id: string; kind: string; required: boolean; options: { id: string }[] }[]; challenge: string; rupture: string }[]>`
    select f.questions, (select id from challenge where call_id = d.call_id limit 1) as challenge, (select rupture_version_id from current_rupture limit 1) as rupture
    from application_draft d join form_version f on f.call_id = d.call_id where d.id = ${draftId} order by f.version desc limit 1`
  const fits: Record<string, (options: { id: string }[]) => unknown> = {
    'short-text': () => 'Un', 'long-text': () => 'Deux', choice: ([first]) => first?.id, choices: ([first]) => [first?.id], number: () => 3, date: () => '2027-03-01', link: () => 'https://exemple.fr/video', 'yes-no': () => true, file: () => null,
  }
  const answers = Object.fromEntries((call?.questions ?? []).filter(({ kind }) => kind !== 'file').map(({ id, kind, options }) => [id, fits[kind]?.(options)]))
  const claim = { ruptureVersionId: call?.rupture, mechanism: 'Un rappel', population: 'Adultes', indicator: 'Délai', metric: null, unit: 'jours', baseline: 21, target: 8, evidenceLevel: 'before-after' }
  await sql`
    update application_draft set version = version + 1, solution = 'Relais', challenge_id = ${call?.challenge ?? null}, primary_claim = ${sql.json(claim as never)}, evidence = 'Une étude.', maturity = 'pilot',
      regulatory_state = 'not-a-device', team = 'Deux médecins.', needs = 'Un terrain.', consent = true, answers = ${sql.json(answers as never)} where id = ${draftId}`
}

for (const locale of ['fr', 'en'] as const) {
  test(`${locale}: from a call opened to a correction made`, async ({ browser }) => {
    test.setTimeout(180_000)
    const said = words[locale]
    const slug = `journey-${crypto.randomUUID().slice(0, 18)}`
    const manager = await (await browserOf(browser, 'manager')).newPage()
    await openCall(manager, locale, slug)

    // On a phone: the first words, then the network goes in the middle of a sentence.
    const phone = await browserOf(browser, 'founder', devices['Pixel 7'])
    const onPhone = await phone.newPage()
    await onPhone.goto(`/${locale}/applications/start/${slug}`)
    await control(onPhone, 'pitch').pressSequentially('Nous rappelons')
    await expect(state(onPhone)).toHaveText(saved[locale])
    const draftId = /applications\/([0-9a-f-]{36})\/edit/.exec(onPhone.url())?.[1] ?? ''
    await phone.setOffline(true)
    await control(onPhone, 'pitch').pressSequentially(' chaque personne')
    await expect(state(onPhone)).toContainText(said.offline)
    await phone.setOffline(false)
    await expect(state(onPhone)).toHaveText(saved[locale], { timeout: 30_000 })
    await phone.close()

    // At a desk, from where the phone stopped; a colleague writes the same field meanwhile.
    const desk = await browserOf(browser, 'founder')
    const atDesk = await desk.newPage()
    await atDesk.goto(`/${locale}/applications/start/${slug}`)
    await expect(control(atDesk, 'pitch')).toHaveValue('Nous rappelons chaque personne')
    await sql`insert into membership ${sql({ organisation_id: world.organisations['start-up'], person_id: world.people.mentor.id, role: 'member' })}`
    const colleague = await browserOf(browser, 'mentor')
    const atTheirs = await colleague.newPage()
    await atTheirs.goto(`/${locale}/applications/${draftId}/edit`)
    await control(atTheirs, 'pitch').fill('Nous appelons chaque personne deux jours après sa sortie.')
    await expect(state(atTheirs)).toHaveText(saved[locale])
    await control(atDesk, 'pitch').pressSequentially(' vite.')
    await expect(atDesk.getByText(said.two).first()).toBeVisible({ timeout: 15_000 })
    await atDesk.getByRole('button', { name: said.theirs }).first().click()
    await expect(control(atDesk, 'pitch')).toHaveValue('Nous appelons chaque personne deux jours après sa sortie.')
    await control(atDesk, 'summary').fill('Un paragraphe.\n\nUn autre.')
    await expect(state(atDesk)).toHaveText(saved[locale])
    await colleague.close()

    // A file, then the rest, then the review: what is missing is named until nothing is.
    await fillRest(draftId)
    await atDesk.reload()
    const files = atDesk.locator('input[type=file]')
    for (const input of await files.all()) {
      await input.setInputFiles({ name: 'étude.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n') })
    }
    await expect.poll(async () => (await sql`select id from file where draft_id = ${draftId} and removed_at is null`).length).toBe(await files.count())
    await atDesk.goto(`/${locale}/applications/${draftId}/review`)
    await field(atDesk, 'submit-form-confirmed').check()
    await submit(atDesk, 'submit-form')
    await expect(atDesk).toHaveURL(new RegExp(`/${locale}/applications/${draftId}/receipt`))
    const [receipt] = await sql<{ sha256: string; number: string }[]>`select r.sha256, a.number from receipt r join application a on a.id = r.application_id where a.id = ${draftId}`
    await expect(atDesk.getByRole('main')).toContainText(receipt?.number ?? 'no number')
    await expect(atDesk.getByRole('main')).toContainText(receipt?.sha256 ?? 'no digest')
    const content = await atDesk.request.get(`/api/v1/applications/${draftId}/receipts/1`)
    expect(content.status()).toBe(200)
    expect((await atDesk.request.get(`/api/v1/applications/${draftId}/receipts/1.pdf`)).headers()['content-type']).toBe('application/pdf')
    const mails = await sql<{ text: string }[]>`select text from mail where person_id = ${world.people.founder.id} and text like ${`%${receipt?.sha256}%`}`
    expect(mails).toHaveLength(1)

    // The manager reads it and asks for a correction; the founder makes it.
    await manager.goto(`/${locale}/manage/applications/${draftId}`)
    await expect(manager.getByRole('main')).toContainText('Nous appelons chaque personne deux jours après sa sortie.')
    await manager.locator('details#ask > summary').click()
    await field(manager, 'ask-form-field.team').check()
    await field(manager, 'ask-form-request').fill('Qui code ?')
    await field(manager, 'ask-form-until').fill(parisClock(inDays(25)))
    await submit(manager, 'ask-form')
    await expect(manager.getByRole('main')).toContainText('Qui code ?')
    await sql`update call set opens_at = now() - interval '3 days', closes_at = now() - interval '2 seconds' where slug = ${slug}`
    await atDesk.goto(`/${locale}/applications/${draftId}/edit`)
    await expect(control(atDesk, 'pitch')).toHaveAttribute('readonly', '')
    await control(atDesk, 'team').fill('Deux médecins et une développeuse.')
    await expect(state(atDesk)).toHaveText(saved[locale])
    await atDesk.goto(`/${locale}/applications/${draftId}`)
    await atDesk.locator('form[id^="finish-"] input[type=checkbox]').check()
    await atDesk.locator('form[id^="finish-"] button[type=submit]').click()
    await expect(atDesk).toHaveURL(new RegExp(`/${locale}/applications/${draftId}/receipt`))
    await manager.reload()
    await expect(manager.getByRole('main')).toContainText('Deux médecins et une développeuse.')

    // Somebody else's eyes find nothing, by any road.
    const rival = await browserOf(browser, 'rival')
    for (const path of ['', '/edit', '/review', '/receipt', '/messages']) expect([path, (await rival.request.get(`/${locale}/applications/${draftId}${path}`)).status()]).toEqual([path, 404])
    for (const path of [`/api/v1/drafts/${draftId}`, `/api/v1/applications/${draftId}`, `/api/v1/applications/${draftId}/receipts/1`, `/${locale}/manage/applications/${draftId}`]) expect([path, (await rival.request.get(path)).status()]).toEqual([path, 404])
    await Promise.all([manager.context().close(), desk.close(), rival.close()])
  })

  test(`${locale}: the deadline falls to the second`, async ({ browser }) => {
    const founder = await browserOf(browser, 'founder')
    const page = await founder.newPage()
    await sql`delete from late_permit where call_id = ${world.openCall.id}`
    await page.goto(`/${locale}/applications/${world.draft.id}/edit`)
    await sql`update call set closes_at = date_trunc('second', now()) + interval '3 seconds' where id = ${world.openCall.id}`
    await control(page, 'pitch').fill('Juste à temps')
    await expect(state(page)).toHaveText(saved[locale])
    await expect.poll(async () => (await sql<{ past: boolean }[]>`select date_trunc('second', now()) > closes_at as past from call where id = ${world.openCall.id}`)[0]?.past, { timeout: 10_000 }).toBe(true)
    await control(page, 'pitch').fill('Trop tard')
    await expect(page.getByRole('alert').filter({ hasText: words[locale].closed })).toBeVisible({ timeout: 15_000 })
    await expect(control(page, 'pitch')).toHaveValue('Trop tard')
    const [draft] = await sql<{ pitch: string }[]>`select pitch from application_draft where id = ${world.draft.id}`
    expect(draft?.pitch).toBe('Juste à temps')
    await founder.close()
  })
}

import { expect, test } from '@playwright/test'
import { makeWorld, removeWorld } from '#tests/access/world.ts'
import { control, enter, saved, state } from '#tests/e2e/draft-desk.ts'
import { database } from '#tests/e2e/portal.ts'
import { parisClockText } from '#lib/domain/calendar.ts'

/** A month with a laureate: its check-in from a phone whose network fails, the mentor's answer, a milestone, a session. */
test('a check-in filed on a phone through a lost network, answered; a milestone accepted; a session agreed', async ({ browser }) => {
  test.setTimeout(240_000)
  const sql = database()
  const world = await makeWorld(sql)
  const { id, checkIns, milestones } = world.programme
  const checkIn = `/programmes/${id}/check-ins/${checkIns[4]}`
  try {
    const phone = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, locale: 'fr-FR' })
    await enter(phone, world, 'laureate')
    const page = await phone.newPage()
    await page.goto(`/fr/programmes/${id}`)
    await page.getByRole('region', { name: 'Ce qui vient' }).getByRole('link', { name: 'Point du mois 5' }).click()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await control(page, `progress.${milestones.late}.state`).selectOption('nearly')
    await page.getByRole('radio', { name: 'En bonne voie' }).check()
    await expect(state(page)).toHaveText(saved.fr)
    await phone.setOffline(true)
    await control(page, 'blockers').fill('Écrit sans réseau')
    await expect(state(page)).toHaveText('Hors ligne, gardé sur cet appareil')
    expect((await sql`select blockers from check_in where id = ${checkIns[4] as string}`)[0]?.blockers).not.toBe('Écrit sans réseau')
    await phone.setOffline(false)
    await expect(state(page)).toHaveText(saved.fr, { timeout: 20_000 })
    await page.getByRole('button', { name: 'Envoyer le point' }).click()
    await expect(page.getByText('Pas encore de réponse')).toBeVisible()
    expect((await sql`select blockers, mood, submitted_at is not null as submitted, progress->${milestones.late}->>'state' as state from check_in where id = ${checkIns[4] as string}`)[0]).toEqual({ blockers: 'Écrit sans réseau', mood: 'on-track', submitted: true, state: 'nearly' })

    const desk = await browser.newContext({ locale: 'en-GB' })
    await enter(desk, world, 'mentor')
    const mentor = await desk.newPage()
    await mentor.goto('/en/mentoring')
    await mentor.goto(`/en/mentoring/programmes/${id}`)
    await expect(mentor.getByRole('heading', { name: 'What comes next' })).toBeVisible()
    await mentor.goto(`/en${checkIn}`)
    await mentor.getByLabel('Your answer').fill('Un conseil')
    await mentor.getByRole('button', { name: 'Answer', exact: true }).click()
    await expect(mentor.getByText('Un conseil')).toBeVisible()
    await page.reload()
    await expect(page.getByText('Un conseil')).toBeVisible()

    await page.goto(`/fr/programmes/${id}/milestones`)
    const step = page.locator(`#milestone-${milestones.late}`)
    await step.locator('summary', { hasText: 'Indiquer que c’est fait' }).click()
    await step.getByLabel('Ce qui le montre').fill('Convention signée')
    await step.getByRole('button', { name: 'Indiquer que c’est fait' }).click()
    await expect(step.getByText('Fait, à valider')).toBeVisible()
    const office = await browser.newContext({ locale: 'fr-FR' })
    await enter(office, world, 'manager')
    const manager = await office.newPage()
    await manager.goto(`/fr/programmes/${id}/milestones`)
    await manager.locator(`#milestone-${milestones.late}`).getByRole('button', { name: 'Valider' }).click()
    await expect(manager.locator(`#milestone-${milestones.late}`).getByText('Validé', { exact: true })).toBeVisible()

    await page.goto(`/fr/programmes/${id}/sessions`)
    await page.locator('#propose summary').click()
    await page.getByLabel('Sujet').fill('Le terrain')
    await page.locator('#propose-session').getByLabel('Horaire 1').fill(parisClockText(new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + 2 * 86_400_000)))
    await page.getByRole('button', { name: 'Proposer ces horaires' }).first().click()
    await expect(page.getByRole('heading', { name: 'Le terrain' })).toBeVisible()
    await mentor.goto(`/en/programmes/${id}/sessions`)
    const session = mentor.locator('li', { has: mentor.getByRole('heading', { name: 'Le terrain' }) })
    await session.getByRole('button', { name: /^Choose:/ }).click()
    const invitation = session.getByRole('link', { name: 'Put it in my calendar (.ics)' })
    await expect(invitation).toBeVisible()
    const file = await desk.request.get((await invitation.getAttribute('href')) as string)
    expect(await file.text()).toMatch(/^BEGIN:VCALENDAR[\s\S]*SEQUENCE:1[\s\S]*SUMMARY:Le terrain/)
    await page.goto(`/fr/programmes/${id}#opened`)
    await expect(page.getByRole('region', { name: 'Qui a ouvert' }).getByRole('listitem')).not.toHaveCount(0)
    await Promise.all([phone, desk, office].map((context) => context.close()))
  } finally {
    await removeWorld(sql, world)
    await sql.end()
  }
})

import { expect, test } from '@playwright/test'
import { makeWorld, removeWorld } from '#tests/access/world.ts'
import { control, enter } from '#tests/e2e/draft-desk.ts'
import { database } from '#tests/e2e/portal.ts'

/** Where no script comes through (an old telephone, a hospital's proxy), a month is still told, a metric agreed to, and one signs out. */
test('without script a check-in is saved, told what is missing and sent; a metric is agreed to; signing out signs out', async ({ browser }) => {
  test.setTimeout(120_000)
  const sql = database()
  const world = await makeWorld(sql)
  const { id, checkIns, milestones, proposedMetricId } = world.programme
  const checkInId = checkIns[4] as string
  const kept = async () => (await sql`select blockers, mood, mood_reason, submitted_at is not null as submitted, progress->${milestones.late}->>'state' as state from check_in where id = ${checkInId}`)[0]
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR', viewport: { width: 360, height: 740 } })
  try {
    await enter(context, world, 'laureate')
    const page = await context.newPage()
    await page.goto(`/fr/programmes/${id}`)
    await page.getByRole('region', { name: 'Ce qui vient' }).getByRole('link', { name: 'Point du mois 5' }).click()
    await control(page, `progress.${milestones.late}.state`).selectOption('nearly')
    await page.getByRole('radio', { name: 'Sous tension' }).check()
    await control(page, 'blockers').fill('Une convention tarde.')
    await control(page, 'moodReason').fill('')
    await page.getByRole('button', { name: 'Enregistrer sans envoyer' }).click()
    await expect(page.getByText('Rien n’est encore envoyé')).toBeVisible()
    await expect(page.getByRole('radio', { name: 'Sous tension' })).toBeChecked()
    expect(await kept()).toEqual({ blockers: 'Une convention tarde.', mood: 'at-risk', mood_reason: null, submitted: false, state: 'nearly' })
    await control(page, 'blockers').fill('Une convention tarde encore.')
    await page.getByRole('button', { name: 'Envoyer le point' }).click()
    await expect(page.getByRole('alert').getByRole('link', { name: 'la raison, puisque tout ne va pas bien' })).toHaveAttribute('href', '#field-moodReason')
    await expect(control(page, 'blockers')).toHaveValue('Une convention tarde encore.')
    await control(page, 'moodReason').fill('Le terrain attend.')
    await page.getByRole('button', { name: 'Envoyer le point' }).click()
    await expect(page.getByText('Pas encore de réponse')).toBeVisible()
    expect(await kept()).toEqual({ blockers: 'Une convention tarde encore.', mood: 'at-risk', mood_reason: 'Le terrain attend.', submitted: true, state: 'nearly' })

    await page.goto(`/fr/programmes/${id}/metrics/${proposedMetricId}`)
    await page.getByRole('button', { name: 'Je suis d’accord, tel que je le lis' }).click()
    await expect(page.getByText('C’est noté.')).toBeVisible()
    await page.getByRole('button', { name: 'Se déconnecter' }).click()
    await expect(page).toHaveURL('/fr')
    await page.goto(`/fr/programmes/${id}`)
    await expect(page).toHaveURL(/\/fr\/sign-in/)
  } finally {
    await context.close()
    await removeWorld(sql, world)
    await sql.end()
  }
})

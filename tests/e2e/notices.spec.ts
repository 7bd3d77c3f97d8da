import { expect, test } from '@playwright/test'
import { connect, disconnect } from '#db/client.ts'
import { roleUrls } from '#db/roles.ts'
import { tellNotices } from '#lib/worker/tell-notices.ts'
import { address, database, databaseUrl, secret } from '#tests/e2e/portal.ts'
import { makeFollowed } from '#tests/factories/followed.ts'
import { removePeople, type Seated } from '#tests/factories/person.ts'
import { removeProgramme } from '#tests/factories/programme.ts'

/** A laureate is told what waits, goes there, sees it go, and chooses what comes by mail: in French on a phone, in English without script. */
const cookie = ({ token }: Seated) => ({ name: 'portal.session', value: token, url: address, expires: Date.now() / 1000 + 86_400, httpOnly: true, sameSite: 'Lax' as const })

test('what waits is listed by its importance, leads to where it is done, and is told as its person chose', async ({ browser }) => {
  test.setTimeout(120_000)
  const sql = database()
  const made = await makeFollowed(sql)
  const { owner, member } = made.people
  try {
    connect(roleUrls(databaseUrl(), secret()))
    await tellNotices()
    const phone = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, locale: 'fr-FR' })
    await phone.addCookies([cookie(owner)])
    const page = await phone.newPage()
    const menu = page.getByRole('navigation', { name: 'Mon espace' }).getByRole('link', { name: /^Ce qui m’attend/ })
    await page.goto('/fr/account')
    await expect(menu).toHaveText('Ce qui m’attend(7 pas encore vues)')
    await menu.click()
    await expect(page.getByText('7\u00A0choses vous attendent, dont 7\u00A0que vous n’avez pas encore vues.')).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    expect(await page.locator('main h2').allTextContents()).toEqual(['En retard', 'À venir'])
    const first = page.locator('main li', { has: page.getByRole('link', { name: 'Point du mois 1 à rendre' }) })
    await expect(first.getByText('Envoyer ce point, ou le sauter en disant pourquoi')).toBeVisible()
    await first.getByRole('button', { name: 'Marquer comme vu\u00A0: Point du mois 1 à rendre' }).click()
    await expect(menu).toHaveText('Ce qui m’attend(6 pas encore vues)')
    await expect(first.getByText('Nouveau')).toHaveCount(0)
    await first.getByRole('link').click()
    await expect(page).toHaveURL(`${address}/fr/programmes/${made.id}/check-ins/${made.checkIns[0]}`)
    await sql`update check_in set skipped_at = now(), skipped_by = ${owner.id}, skip_reason = 'x' where id = ${made.checkIns[0] ?? ''}`
    await page.goto('/fr/notices')
    await expect(page.getByText('6\u00A0choses vous attendent, dont 6\u00A0que vous n’avez pas encore vues.')).toBeVisible()
    await expect(first).toHaveCount(0)
    await page.getByRole('button', { name: 'Tout marquer comme vu' }).click()
    await expect(page.getByText('6\u00A0choses vous attendent.')).toBeVisible()
    await expect(menu).toHaveText('Ce qui m’attend')

    await page.getByRole('link', { name: 'Choisir comment être prévenu' }).click()
    const choice = page.getByRole('region', { name: 'Comment je suis prévenu' })
    await expect(choice.getByLabel('Un point mensuel est à rendre')).toHaveValue('digest')
    await expect(choice.getByLabel('Un engagement arrive à échéance')).toHaveCount(0)
    await choice.getByLabel('Un point mensuel est à rendre').selectOption('Aussitôt')
    await choice.getByLabel('Jour').selectOption('Vendredi')
    await choice.getByLabel('De', { exact: true }).selectOption('Aucune')
    await choice.getByRole('button', { name: 'Enregistrer' }).click()
    await expect(choice.getByText('Enregistré.')).toBeVisible()
    await expect(choice.getByLabel('Un point mensuel est à rendre')).toHaveValue('at-once')
    await tellNotices()
    expect((await sql`select subject from mail where person_id = ${owner.id}`).map(({ subject }) => subject as string)).toEqual(['Un point mensuel est à rendre'])

    const bare = await browser.newContext({ locale: 'en-GB', javaScriptEnabled: false })
    await bare.addCookies([cookie(member)])
    const plain = await bare.newPage()
    await plain.goto('/en/notices')
    await expect(plain.getByText('6 things await you, 6 of which you have not seen yet.')).toBeVisible()
    await plain.getByRole('button', { name: /^Mark as seen: Milestone to reach:/ }).click()
    await expect(plain.getByText('6 things await you, 5 of which you have not seen yet.')).toBeVisible()
    await plain.goto('/en/account#notices')
    await plain.getByLabel('A measurement is due').selectOption('No mail')
    await plain.locator('#choose-notices').getByRole('button', { name: 'Save' }).click()
    await expect(plain.getByRole('region', { name: 'How I am told' }).getByText('Saved.')).toBeVisible()
    expect((await sql`select choices->>'metric-due' as way from notice_preference where person_id = ${member.id}`)[0]).toEqual({ way: 'none' })
    await phone.close()
    await bare.close()
  } finally {
    await disconnect()
    await removeProgramme(sql, made)
    await removePeople(sql, Object.values(made.people))
    await sql.end()
  }
})

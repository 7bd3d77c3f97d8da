import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { database } from '#tests/e2e/portal.ts'
import { parseCsv } from '#tests/db/parse-csv.ts'
import { makeProgramme, removeProgramme } from '#tests/factories/programme.ts'

/** A manager narrows the board down, reads why a laureate is flagged, takes the view away, prints it, and reminds those in it. */
const sql = database()
const words = {
  fr: { flag: 'Alerte', late: 'Jalon en retard', filter: 'Filtrer', rule: 'Un jalon a 14 jours de retard ou plus.', next: 'Convenir d’une nouvelle date', csv: 'Télécharger cette vue au format CSV', number: 'Numéro', remind: 'Relancer ces lauréats', mail: 'En français, à une personne', point: 'Point du mois 1, attendu le', send: 'Envoyer les mails', told: 'Une personne a été relancée par mail.', today: 'Relancé aujourd’hui', again: 'Déjà relancé aujourd’hui', lost: 'Aucune rupture « nulle-part » parmi ces lauréats.', without: 'Voir sans ce filtre' },
  en: { flag: 'Flag', late: 'Milestone late', filter: 'Filter', rule: 'A milestone is 14 days late or more.', next: 'Agree on a new day', csv: 'Download this view as CSV', number: 'Number', remind: 'Remind these laureates', mail: 'In French, to one person', point: 'Check-in of month 1, due on', send: 'Send the mails', told: 'One person was reminded by mail.', today: 'Reminded today', again: 'Already reminded today', lost: 'There is no rupture “nulle-part” among these laureates.', without: 'See without this filter' },
} as const
let made: Record<'fr' | 'en', Awaited<ReturnType<typeof makeProgramme>>>
test.beforeAll(async () => {
  const person = async (persona: string) => {
    const [found] = await sql<{ id: string; organisation: string }[]>`select p.id, m.organisation_id as organisation from person p join membership m on m.person_id = p.id and m.ended_at is null where p.email = ${`${persona}@demonstration.example`} limit 1`
    return found as NonNullable<typeof found>
  }
  const [laureate, manager] = [await person('laureate'), await person('manager')]
  const own = () => makeProgramme(sql, { organisationId: laureate.organisation, managerId: manager.id, laureateId: laureate.id })
  made = { fr: await own(), en: await own() }
})
test.afterAll(async () => {
  for (const each of Object.values(made)) await removeProgramme(sql, each)
  await sql.end()
})

const signIn = (page: Page) => page.request.post('/api/v1/demo/session', { data: { persona: 'manager' } })
const faults = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)

for (const locale of ['fr', 'en'] as const) {
  const said = words[locale]
  test(`from the board to the mail (${locale})`, async ({ page }) => {
    const { call, number } = made[locale]
    await signIn(page)
    await page.goto(`/${locale}/manage/calls/${call.slug}/board`)
    await page.getByRole('combobox', { name: said.flag, exact: true }).selectOption({ label: said.late })
    await page.getByRole('button', { name: said.filter }).click()
    await expect(page).toHaveURL(new RegExp(`/manage/board\\?.*call=${call.slug}.*flag=milestone-late`))
    const row = page.getByRole('row').filter({ hasText: 'Une lauréate' })
    await row.locator('summary', { hasText: said.late }).click()
    await expect(row.getByText(said.rule)).toBeVisible()
    await expect(row.getByRole('link', { name: said.next })).toHaveAttribute('href', new RegExp(`/${locale}/programmes/${made[locale].id}/milestones#milestone-`))
    expect(await faults(page)).toEqual([])

    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: said.csv }).click()])
    const [header, ...lines] = parseCsv(readFileSync(await download.path(), 'utf8'))
    expect(lines.map((line) => line[header?.indexOf(said.number) ?? -1])).toEqual([number])

    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    const [, width, height] = (/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(paper) ?? []).map(Number)
    expect([Math.round(width ?? 0), Math.round(height ?? 0)]).toEqual([842, 595])
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('button', { name: said.filter })).toBeHidden()
    await expect(page.getByRole('navigation').first()).toBeHidden()
    await expect(row).toBeVisible()
    await page.emulateMedia({ media: 'screen' })

    await page.getByRole('link', { name: said.remind }).click()
    await page.locator('summary', { hasText: said.mail }).click()
    // The mail is in the language of whoever reads it, whichever the manager's.
    await expect(page.locator('#reminders [lang=fr]')).toContainText('Point du mois 1, attendu le')
    await expect(page.locator('#reminders td').filter({ hasText: said.point }).first()).toBeVisible()
    expect(await faults(page)).toEqual([])
    await page.getByRole('button', { name: said.send }).click()
    await expect(page.locator('main [role=status]')).toContainText(said.told)
    await expect(page.getByRole('row').filter({ hasText: 'Une lauréate' })).toContainText(said.today)
    expect(await sql`select people from programme_reminder where programme_id = ${made[locale].id}`).toEqual([{ people: 1 }])
    await page.getByRole('link', { name: said.remind }).click()
    await expect(page.locator('#reminders')).toContainText(said.again)
    await expect(page.locator('#reminders input[type=checkbox]')).not.toBeChecked()
  })
}

test.describe('without script, on a phone', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } })
  for (const locale of ['fr', 'en'] as const) {
    test(`says what the address asks for in vain, and the way back (${locale})`, async ({ page }) => {
      await signIn(page)
      await page.goto(`/${locale}/manage/board?call=${made[locale].call.slug}&rupture=nulle-part`)
      await expect(page.getByText(words[locale].lost)).toBeVisible()
      await page.getByRole('link', { name: words[locale].without }).click()
      await expect(page).toHaveURL(`/${locale}/manage/board?call=${made[locale].call.slug}`)
      await page.getByRole('button', { name: words[locale].filter }).click()
      await expect(page.getByRole('row').filter({ hasText: 'Une lauréate' })).toHaveCount(1)
    })
  }
})

test('fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  await signIn(page)
  for (const path of ['/fr/manage/board', '/en/manage/board', `/fr/manage/board/reminders?call=${made.fr.call.slug}`]) {
    await page.goto(path)
    expect([path, await fits(page)]).toEqual([path, true])
  }
})

import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import writeXlsxFile from 'write-excel-file/node'
import { addMentor, makeProgramme, monthsAgo, removeProgramme } from '#tests/factories/programme.ts'
import { database } from '#tests/e2e/portal.ts'
import { pdf } from '#tests/server/corpus.ts'

/** A metric on screen, from its proposal to a verified and corrected value; and a file of values whose bad cells are named first. */
const sql = database()
let made: Awaited<ReturnType<typeof makeProgramme>>
let days: string[]
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  const person = async (persona: string) => {
    const [found] = await sql<{ id: string; organisation: string }[]>`select p.id, m.organisation_id as organisation from person p join membership m on m.person_id = p.id and m.ended_at is null where p.email = ${`${persona}@demonstration.example`} limit 1`
    return found as NonNullable<typeof found>
  }
  const [laureate, manager, mentor] = [await person('laureate'), await person('manager'), await person('mentor')]
  made = await makeProgramme(sql, { organisationId: laureate.organisation, managerId: manager.id, laureateId: laureate.id })
  await addMentor(sql, { programmeId: made.id, personId: mentor.id, organisationId: mentor.organisation, managerId: manager.id })
  days = await Promise.all([0, 1, 2, 3, 4].map((months) => monthsAgo(sql, months, -1)))
})
test.afterAll(async () => {
  await removeProgramme(sql, made)
  await sql.end()
})

const signIn = (page: Page, persona: string) => page.request.post('/api/v1/demo/session', { data: { persona } })
const room = (metricId = made.proposedMetricId, locale = 'fr') => `/${locale}/programmes/${made.id}/metrics/${metricId}`
const status = (page: Page) => page.locator('main .keep[role=status]').filter({ visible: true })
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)
const faults = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
const enterDays = async (page: Page, from: string, to: string) => {
  await page.getByLabel('Début de la période').fill(from)
  await page.getByLabel('Fin de la période').fill(to)
}

test('laureate and manager shape a metric, agree to it, and it is locked', async ({ page }) => {
  await signIn(page, 'laureate')
  await page.goto(`${room()}/edit`)
  await page.getByRole('textbox', { name: /^Cible/ }).fill('10')
  await page.getByLabel('Mois de mesure').fill('9, 3, 6')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.locator('#definition-form').getByRole('alert')).toContainText('La cible va dans l’autre sens')
  await expect(page.getByLabel('Mois de mesure')).toHaveValue('9, 3, 6')
  await page.getByRole('textbox', { name: /^Cible/ }).fill('47,5')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(status(page)).toHaveText('Enregistré.')
  expect(await faults(page)).toEqual([])
  await page.getByRole('button', { name: 'Je suis d’accord' }).click()
  await expect(status(page)).toContainText('C’est noté')
  await signIn(page, 'manager')
  await page.goto(room())
  await page.getByRole('button', { name: 'Je suis d’accord' }).click()
  await expect(status(page)).toContainText('L’indicateur est verrouillé')
  await expect(page.getByRole('link', { name: 'Faire un avenant' })).toBeVisible()
})

test('a surprising value is explained, submitted, verified by the mentor, amended beside, and corrected', async ({ page }) => {
  const form = page.locator('#measurement-form')
  const save = () => form.getByRole('button', { name: 'Enregistrer' }).click()
  await signIn(page, 'laureate')
  await page.goto(room())
  await enterDays(page, days[3] as string, days[2] as string)
  await form.getByRole('textbox', { name: /^Numérateur/ }).fill('500')
  await form.getByRole('textbox', { name: /^Dénominateur/ }).fill('400')
  await save()
  await expect(form.getByRole('alert').first()).toContainText('Le numérateur ne dépasse pas le dénominateur')
  await form.getByRole('textbox', { name: /^Numérateur/ }).fill('0,5')
  await save()
  await expect(form.getByRole('alert').first()).toContainText('Un nombre entier est attendu')
  await form.getByRole('textbox', { name: /^Numérateur/ }).fill('')
  await form.getByRole('textbox', { name: /^Dénominateur/ }).fill('')
  await form.getByRole('textbox', { name: /^Valeur/ }).fill('0,45')
  await form.getByRole('textbox', { name: /^Effectif/ }).fill('40')
  await save()
  await expect(form.getByRole('alert').first()).toContainText('Cette valeur surprend')
  await expect(form.getByRole('textbox', { name: /^Valeur/ })).toHaveValue('0,45')
  await form.getByRole('textbox', { name: /^Si la valeur surprend/ }).fill('Une seule personne a été revue : le service était fermé.')
  await save()
  await expect(status(page)).toContainText('Mesure soumise')

  await signIn(page, 'mentor')
  await page.goto(room())
  await expect(page.getByText('Valeur surprenante, expliquée')).toBeVisible()
  await page.getByRole('button', { name: /^Vérifier/ }).click()
  await expect(status(page)).toContainText('Mesure vérifiée')

  await signIn(page, 'manager')
  await page.goto(`${room()}/edit`)
  await page.getByLabel('Motif de l’avenant').fill('Le service a fermé six semaines.')
  await page.getByRole('textbox', { name: /^Cible/ }).fill('40')
  await page.getByRole('button', { name: 'Enregistrer l’avenant' }).click()
  await expect(page.getByText('Cible : de « 47,5 % » à « 40 % »')).toBeVisible()

  await signIn(page, 'laureate')
  await page.goto(room())
  await page.getByRole('link', { name: /^Corriger/ }).click()
  await form.getByRole('textbox', { name: /^Valeur/ }).fill('25')
  await form.getByRole('textbox', { name: /^Motif de la correction/ }).fill('Quinze personnes avaient été oubliées.')
  await save()
  await expect(status(page)).toContainText('Mesure soumise')
  await signIn(page, 'manager')
  await page.goto(room())
  await page.getByRole('button', { name: /^Vérifier/ }).click()
  await expect(page.locator('main').getByText('Remplacée', { exact: true })).toBeVisible()
  await expect(page.locator('#standing ~ p').first()).toContainText('25')
})

/** A workbook of one row under its header. */
const workbook = async (...rows: string[][]) => ({ mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: await writeXlsxFile(rows.map((row) => row.map((value) => ({ value })))).toBuffer() })
const kept = async () => (await sql<{ name: string }[]>`select name from file where draft_id = ${made.id} and part = 'programme' order by name`).map(({ name }) => name)

test('what shows a measurement is given in its own form, and chosen once it has arrived', async ({ page, context }) => {
  const form = page.locator('#measurement-form')
  const [give, chosen] = [form.locator('input[type=file]'), form.getByLabel('Pièce justificative').locator('option:checked')]
  await signIn(page, 'laureate')
  await page.goto(room(made.metricId))
  await give.setInputFiles({ name: 'suivi.xlsx', ...(await workbook(['Site', 'Date de naissance'], ['Lyon', '1980'])) })
  await expect(form).toContainText('la colonne « Date de naissance » semble contenir des dates de naissance')
  await form.getByRole('button', { name: 'Masquer suivi.xlsx' }).click()
  const slow = await context.newCDPSession(page)
  await slow.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 400_000 })
  await give.setInputFiles({ name: 'long.pdf', mimeType: 'application/pdf', buffer: pdf(15_000_000) })
  await expect(form.getByRole('progressbar', { name: 'long.pdf' })).toBeVisible()
  await form.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(form.getByRole('alert')).toContainText('Le fichier n’est pas encore arrivé')
  await form.getByRole('button', { name: 'Annuler l’envoi de long.pdf' }).click()
  await expect(form.getByRole('progressbar')).toHaveCount(0)
  await slow.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 })
  await give.setInputFiles({ name: 'bilan.xlsx', ...(await workbook(['Mois', 'Patients inclus'], ['Mars', '40'])) })
  await expect(chosen).toHaveText('bilan.xlsx')
  await expect(form.getByRole('listitem').filter({ hasText: 'bilan.xlsx' })).toContainText('reçu intact')
  expect(await kept()).toEqual(['bilan.xlsx'])
  expect(await faults(page)).toEqual([])
  await enterDays(page, days[4] as string, days[3] as string)
  await form.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(form.getByRole('alert').first()).toContainText('à corriger')
  await expect(chosen).toHaveText('bilan.xlsx')
  await form.getByRole('textbox', { name: /^Valeur/ }).fill('52')
  await form.getByRole('textbox', { name: /^Effectif/ }).fill('40')
  await form.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(status(page)).toContainText('Mesure soumise')
  expect(await sql`select f.name from measurement m join file f on f.id = m.file_id where m.metric_id = ${made.metricId}`).toEqual([{ name: 'bilan.xlsx' }])
})

test('without script the file comes with the form, refused or kept, and is chosen', async ({ browser }) => {
  const plain = await browser.newContext({ javaScriptEnabled: false })
  const page = await plain.newPage()
  await signIn(page, 'laureate')
  await page.goto(room(made.metricId))
  const form = page.locator('#measurement-form')
  const save = () => form.getByRole('button', { name: 'Enregistrer' }).click()
  await form.locator('input[type=file]').setInputFiles({ name: 'suivi.xlsx', ...(await workbook(['Site', 'Prénom'], ['Lyon', 'Anne'])) })
  await save()
  await expect(form.getByRole('alert').first()).toContainText('la colonne « Prénom » semble contenir des noms de personnes')
  await form.locator('input[type=file]').setInputFiles({ name: 'gros.pdf', mimeType: 'application/pdf', buffer: pdf(20_000_000) })
  await save()
  await expect(form.getByRole('alert').first()).toContainText('à corriger')
  await expect(form.getByLabel('Pièce justificative').locator('option:checked')).toHaveText('gros.pdf')
  await form.getByLabel('Soumettre tout de suite').uncheck()
  await enterDays(page, days[2] as string, days[1] as string)
  await save()
  await expect(status(page)).toContainText('Brouillon enregistré')
  expect(await kept()).toEqual(['bilan.xlsx', 'gros.pdf'])
  expect(await sql`select f.name from measurement m join file f on f.id = m.file_id where m.metric_id = ${made.metricId} and m.state = 'draft'`).toEqual([{ name: 'gros.pdf' }])
  await page.getByRole('button', { name: /^Jeter/ }).click()
  await expect(status(page)).toContainText('Brouillon jeté')
  await plain.close()
})

test('values come from a file only once none of its cells is bad', async ({ page }) => {
  await signIn(page, 'laureate')
  await page.goto(`/fr/programmes/${made.id}/metrics/import`)
  const line = (month: number, value: string) => `${made.metricId},${days[month]},${days[month - 1]},${value},12,40,jours`
  const header = 'metric,period_start,period_end,value,sd,n,unit'
  await page.getByLabel('Ou collez les lignes ici').fill([header, line(3, '48'), line(2, 'beaucoup')].join('\n'))
  await page.getByRole('button', { name: 'Relire à blanc' }).click()
  await expect(page.getByRole('cell', { name: 'beaucoup' })).toBeVisible()
  await expect(page.getByRole('row').last()).toHaveText(/3value.*Ce n’est pas un nombre/)
  expect(await faults(page)).toEqual([])
  await page.getByLabel('Ou collez les lignes ici').fill([header, line(3, '48'), line(2, '46')].join('\n'))
  await page.getByRole('button', { name: 'Relire à blanc' }).click()
  await page.getByRole('button', { name: 'Importer les 2 mesures' }).click()
  await expect(page.getByRole('status')).toContainText('2 mesures importées')
  await page.goto(room(made.metricId))
  await expect(page.locator('li[id^=measurement-]').filter({ hasText: 'À vérifier' })).toHaveText([/46/, /48/, /52/])
})

test('a page of a metric is readable small, in both themes and languages, without a script for its plot', async ({ page }) => {
  for (const [persona, locale, colorScheme, width] of [['mentor', 'en', 'dark', 320], ['manager', 'fr', 'light', 360], ['laureate', 'fr', 'dark', 1440]] as const) {
    await signIn(page, persona)
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 900 })
    await page.goto(room(made.metricId, locale))
    await expect(page.getByRole('img', { name: /over the programme|au fil du programme/ })).toBeVisible()
    expect(await fits(page)).toBe(true)
    expect(await faults(page)).toEqual([])
  }
})

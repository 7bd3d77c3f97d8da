import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { addApplications } from '#tests/bench/applications.ts'
import { database } from '#tests/e2e/portal.ts'

/** A manager goes through the applications of a call: by mouse, by keyboard, without script, on a phone. */
const sql = database()
const slug = `tri-${crypto.randomUUID().slice(0, 8)}`
const path = `/fr/manage/calls/${slug}/applications`
test.beforeAll(async () => {
  await addApplications(sql, slug, 60)
})
test.afterAll(async () => {
  const ofCall = sql`(select id from call where slug = ${slug})`
  await sql`delete from application where call_id = ${ofCall}`
  await sql`delete from application_draft where call_id = ${ofCall}`
  await sql`delete from call where slug = ${slug}`
  await sql`delete from organisation where slug like ${`${slug}-%`}`
  await sql.end()
})
// Each test judges and tags: one after the other, each from a table nobody has touched.
test.describe.configure({ mode: 'serial' })
test.beforeEach(async ({ page }) => {
  const ofCall = sql`(select id from call where slug = ${slug})`
  await sql`delete from screening_deed where call_id = ${ofCall}`
  await sql`delete from saved_view where call_id = ${ofCall}`
  await sql.begin(async (tx) => {
    await tx`select portal.begin(p.id) from person p where email = 'manager@demonstration.example'`
    await tx`update application set eligibility = 'pending' where call_id = (select id from call where slug = ${slug}) and eligibility <> 'pending'`
  })
  await page.request.post('/api/v1/demo/session', { data: { persona: 'manager' } })
})

const row = (page: Page, number: string) => page.getByRole('row').filter({ hasText: `${slug.toUpperCase()}-${number}` })
const box = (page: Page, number: string) => row(page, number).getByRole('checkbox')
const notice = (page: Page) => page.locator('main [role=status]')
const standing = async () => Object.fromEntries((await sql<{ eligibility: string; count: number }[]>`select eligibility, count(*)::int as count from application where call_id = (select id from call where slug = ${slug}) group by 1`).map(({ eligibility, count }) => [eligibility, count]))

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    test('judges the chosen, is told what was done, and takes it back', async ({ page }) => {
      await page.goto(path)
      await box(page, '00003').check()
      await box(page, '00007').check()
      await page.getByRole('button', { name: 'Recevable', exact: true }).click()
      await expect(notice(page)).toContainText('2 candidatures marquées recevables.')
      await expect(row(page, '00007')).toContainText('Recevable')
      await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0)
      expect(await standing()).toEqual({ pending: 58, eligible: 2 })
      await page.getByRole('button', { name: 'Annuler' }).click()
      await expect(notice(page)).toContainText('C’est annulé')
      expect(await standing()).toEqual({ pending: 60 })
    })

    test('is asked for the motive, and what was chosen is still there', async ({ page }) => {
      await page.goto(path)
      await box(page, '00005').check()
      await page.locator('summary').filter({ hasText: 'Irrecevable…' }).click()
      await page.getByRole('button', { name: 'Marquer irrecevable' }).click()
      const summary = page.locator('form [role=alert]')
      await expect(summary).toContainText('Un champ est à corriger')
      await expect(summary.getByRole('link')).toHaveAttribute('href', '#screening-motive')
      await expect(box(page, '00005')).toBeChecked()
      await page.getByRole('textbox', { name: 'Motif' }).fill('Hors du périmètre de l’appel')
      await page.getByRole('button', { name: 'Marquer irrecevable' }).click()
      await expect(notice(page)).toContainText('Une candidature marquée irrecevable.')
      await page.getByRole('navigation', { name: 'Recevabilité' }).getByRole('link', { name: /Irrecevables/ }).click()
      await expect(page).toHaveURL(`${path}?eligibility=ineligible`)
      await expect(page.getByRole('row')).toHaveCount(2)
    })

    test('says so when nothing is chosen, and when somebody was faster', async ({ page }) => {
      await page.goto(path)
      await page.getByRole('button', { name: 'Recevable', exact: true }).click()
      await expect(page.locator('form [role=alert]')).toContainText('Choisissez au moins une candidature.')
      await page.goto(path)
      await box(page, '00004').check()
      await sql.begin(async (tx) => {
        await tx`select portal.begin(p.id) from person p where email = 'manager@demonstration.example'`
        await tx`update application set eligibility = 'eligible' where number = ${`${slug.toUpperCase()}-00004`}`
      })
      await page.getByRole('button', { name: 'À examiner' }).click()
      await expect(page.locator('form [role=alert]')).toContainText('Une de ces candidatures a changé entre-temps')
    })

    test('filters, sorts and turns pages by addresses that can be kept', async ({ page, request }) => {
      await page.goto(path)
      await page.getByRole('searchbox').fill('SOLUTION')
      await page.locator('summary').filter({ hasText: 'Filtres' }).click()
      await page.getByRole('group', { name: 'Maturité' }).getByLabel('Idée').check()
      await page.getByRole('button', { name: 'Appliquer' }).click()
      await expect(page.getByText('12 affichées sur 12')).toBeVisible()
      await page.getByRole('link', { name: 'Trier par : Numéro' }).click()
      await expect(page).toHaveURL(`${path}?q=SOLUTION&maturity=idea&sort=number`)
      await expect(page.getByRole('columnheader', { name: 'Trier par : Numéro' })).toHaveAttribute('aria-sort', 'ascending')
      const shown = await page.locator('[data-column=number]').allTextContents()
      const csv = await (await page.request.get((await page.getByRole('link', { name: 'Télécharger ces candidatures en CSV' }).getAttribute('href')) ?? '')).text()
      expect(csv.trimEnd().split('\r\n').slice(1).map((line) => line.split(',')[0])).toEqual(shown)
      expect((await request.get(`/api/v1/calls/${slug}/applications.csv`)).status()).toBe(401)

      await page.getByRole('link', { name: 'Tout voir' }).click()
      await page.getByRole('link', { name: 'Page suivante' }).click()
      await expect(page.getByText('10 affichées sur 60')).toBeVisible()
      await page.getByRole('link', { name: 'Page précédente' }).click()
      await expect(page.getByText('50 affichées sur 60')).toBeVisible()
    })

    test('tags, and keeps the view of what was tagged', async ({ page }) => {
      const name = `à revoir ${javaScriptEnabled ? 'ensemble' : 'seul'}`
      await page.goto(path)
      await page.locator('#create-tag-name').fill(name)
      await page.getByRole('button', { name: 'Créer' }).click()
      await expect(page.locator('#tags ~ * summary').filter({ hasText: name })).toBeVisible()
      await box(page, '00002').check()
      await page.locator('#screening-tagId').selectOption({ label: name })
      await page.getByRole('button', { name: 'Poser' }).click()
      await expect(notice(page)).toContainText(`Étiquette « ${name} » posée sur une candidature.`)
      await expect(row(page, '00002')).toContainText(name)
      await page.locator('summary').filter({ hasText: 'Filtres' }).click()
      await page.getByRole('group', { name: 'Étiquettes' }).getByLabel(name).check()
      await page.getByRole('button', { name: 'Appliquer' }).click()
      await expect(page.getByRole('row')).toHaveCount(2)
      await page.locator('#save-view-name').fill('À revoir')
      await page.getByRole('button', { name: 'Enregistrer cette vue' }).click()
      const saved = page.getByRole('navigation', { name: 'Vues enregistrées' }).getByRole('link', { name: 'À revoir' })
      await expect(saved).toHaveAttribute('aria-current', 'true')
      await page.goto(path)
      await saved.click()
      await expect(page.getByRole('row')).toHaveCount(2)
    })
  })
}

test.describe('by keyboard', () => {
  test('rows are gone through, chosen and judged', async ({ page }) => {
    await page.goto(path)
    await expect(page.getByText('Choisissez des candidatures')).toBeVisible()
    await page.keyboard.press('j')
    await expect(box(page, '00001')).toBeFocused()
    await page.keyboard.press('j')
    await page.keyboard.press('ArrowDown')
    await expect(box(page, '00003')).toBeFocused()
    await page.keyboard.press('k')
    await page.keyboard.press('x')
    await expect(box(page, '00002')).toBeChecked()
    await expect(page.getByText('Une choisie')).toBeVisible()
    await page.keyboard.press('e')
    await expect(notice(page)).toContainText('Une candidature marquée recevable.')
    await expect(box(page, '00002')).toBeFocused()
    await page.keyboard.press('j')
    await page.keyboard.press('i')
    await expect(page.getByRole('textbox', { name: 'Motif' })).toBeFocused()
    await expect(box(page, '00003')).toBeChecked()
    await page.keyboard.type('Hors jeu')
    await expect(page.getByRole('textbox', { name: 'Motif' })).toHaveValue('Hors jeu')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(notice(page)).toContainText('Une candidature marquée irrecevable.')
    expect(await standing()).toEqual({ pending: 58, eligible: 1, ineligible: 1 })
  })

  test('goes on where the last row was, when the view lets it go', async ({ page }) => {
    await page.goto(`${path}?eligibility=pending`)
    await expect(page.getByText('Choisissez des candidatures')).toBeVisible()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('e')
    await expect(row(page, '00002')).toHaveCount(0)
    await page.keyboard.press('j')
    await expect(box(page, '00003')).toBeFocused()
  })

  test('keys are letters where somebody types, and can be switched off', async ({ page }) => {
    await page.goto(path)
    await expect(page.getByText('Choisissez des candidatures')).toBeVisible()
    await page.keyboard.press('/')
    await expect(page.getByRole('searchbox')).toBeFocused()
    await page.keyboard.type('jxe?')
    await expect(page.getByRole('searchbox')).toHaveValue('jxe?')
    await page.getByRole('searchbox').blur()
    await page.keyboard.press('?')
    const dialog = page.getByRole('dialog', { name: 'Raccourcis clavier' })
    await expect(dialog).toContainText('marquer recevable')
    await dialog.getByRole('checkbox').uncheck()
    await dialog.getByRole('button', { name: 'Fermer' }).click()
    await page.reload()
    await expect(page.getByText('Choisissez des candidatures')).toBeVisible()
    await page.keyboard.press('j')
    await page.keyboard.press('?')
    await expect(page.locator('[data-current]')).toHaveCount(0)
    await expect(dialog).toHaveCount(0)
    await page.getByRole('button', { name: 'Raccourcis clavier' }).click()
    await dialog.getByRole('checkbox').check()
    await dialog.getByRole('button', { name: 'Fermer' }).click()
    await page.keyboard.press('j')
    await expect(box(page, '00001')).toBeFocused()
  })
})

const everyColumn = 'columns=number,solution,organisation,eligibility,motive,tags,challenge,rupture,maturity,regulatoryState,budget,submittedAt,corrections,messages,files,answers.00000000-0000-4000-8000-00000000000a,answers.00000000-0000-4000-8000-00000000000b,answers.00000000-0000-4000-8000-00000000000c'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })
    test('has no accessibility fault, no sideways scroll, few nodes, and is kept nowhere', async ({ page }) => {
      const complaints: string[] = []
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      for (const [locale, width, query] of [['fr', 320, ''], ['en', 1280, `?${everyColumn}`], ['fr', 1280, '?eligibility=ineligible&maturity=old&q=nulle%20part']] as const) {
        await page.setViewportSize({ width, height: 800 })
        const response = await page.goto(`/${locale}/manage/calls/${slug}/applications${query}`)
        expect([response?.status(), response?.headers()['cache-control']]).toEqual([200, 'private, no-store'])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
        expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(6_000)
        expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
      }
      expect(complaints).toEqual([])
    })
  })
}

test('does not exist for others', async ({ page }) => {
  for (const persona of ['rival', 'founder', 'admin']) {
    await page.request.post('/api/v1/demo/session', { data: { persona } })
    expect((await page.goto(path))?.status()).toBe(404)
  }
})

import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'

/** A programme manager opens a real call without a developer: cloned, dated, asked, tried out, published, and changed afterwards. */
const faults = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
const submit = (page: Page, form: string) => page.locator(`#${form} > button[type=submit]`).click()
const field = (page: Page, id: string) => page.locator(`[id="${id}"]`)
const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: 'Enregistré.' })).toBeVisible()
const asManager = (page: Page) => page.request.post('/api/v1/demo/session', { data: { persona: 'manager' } })
/** Years are added to the present one, so that the dates stay ahead of whoever runs this. */
const year = new Date().getFullYear() + 1
const lastSunday = (month: number) => {
  const last = new Date(Date.UTC(year, month, 0))
  return new Date(last.getTime() - last.getUTCDay() * 86_400_000).toISOString().slice(0, 10)
}
const labels = (page: Page) => page.locator('#questions > li p:first-child').allTextContents()

async function addQuestion(page: Page, room: string, kind: string, label: string, fill: () => Promise<unknown> = async () => {}) {
  await page.goto(`${room}/form`)
  await page.getByRole('link', { name: kind, exact: true }).click()
  await field(page, 'question-label.fr').fill(label)
  await fill()
  await submit(page, 'question')
  await expect(page.locator('#questions > li').filter({ hasText: label })).toBeVisible()
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    test('a manager clones a call, settles it part by part, tries it out and publishes it', async ({ page, context, browser }) => {
      test.setTimeout(120_000)
      const slug = `e2e-${crypto.randomUUID().slice(0, 18)}`
      const room = `/fr/manage/calls/${slug}`
      const complaints: string[] = []
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      await asManager(page)
      await page.goto('/fr/account')
      await page.getByRole('link', { name: 'Appels à piloter' }).click()
      await page.getByRole('link', { name: 'Créer un appel' }).click()
      await page.getByRole('link', { name: /^Repartir de cet appel.: Impact 2 –/ }).click()
      await field(page, 'clone-call-title.fr').fill('Impact, suite')
      await field(page, 'clone-call-slug').fill('impact-2')
      await submit(page, 'clone-call')
      await expect(page.locator('form [role=alert]')).toContainText('Un autre appel porte déjà cette adresse.')
      await expect(field(page, 'clone-call-title.fr')).toHaveValue('Impact, suite')
      await field(page, 'clone-call-slug').fill(slug)
      await submit(page, 'clone-call')
      await expect(page).toHaveURL(room)
      await expect(page.getByRole('main')).toContainText('Le jour de la réponse manque.')
      await expect(page.getByRole('main')).toContainText('3 défis ne visent aucune rupture.')
      expect((await page.request.get(`/fr/calls/${slug}`)).status()).toBe(404)

      await page.goto(`${room}/calendar`)
      await field(page, 'calendar-opensAt').fill(`${year}-03-01T09:00`)
      await field(page, 'calendar-closesAt').fill(`${lastSunday(3)}T02:30`)
      await field(page, 'calendar-answerOn').fill(`${year}-06-15`)
      await field(page, 'calendar-phases.1.title.fr').fill('Grand jury')
      await field(page, 'calendar-phases.1.startsAt').fill(`${lastSunday(10)}T02:30`)
      await field(page, 'calendar-phases.2.remove').check()
      await submit(page, 'calendar')
      await expect(page.locator('form [role=alert]')).toContainText('2 champs sont à corriger')
      await expect(page.locator('[id="calendar-closesAt-error"]')).toContainText('Cette heure n’existe pas à Paris')
      await expect(page.locator('[id="calendar-phases.1.startsAt-error"]')).toContainText('Cette heure existe deux fois à Paris')
      await expect(field(page, 'calendar-phases.1.title.fr')).toHaveValue('Grand jury')
      await expect(field(page, 'calendar-phases.2.remove')).toBeChecked()
      await field(page, 'calendar-closesAt').fill(`${lastSunday(3)}T17:00`)
      await field(page, 'calendar-phases.1.startsAt').fill(`${year}-05-10T09:00`)
      await submit(page, 'calendar')
      await saved(page)
      await expect(field(page, 'calendar-phases.1.startsAt')).toHaveValue(`${year}-05-10T09:00`)
      await expect(field(page, 'calendar-phases.2.id')).toHaveCount(0)

      await page.goto(`${room}/challenges`)
      for (const place of [0, 1, 2]) {
        const row = page.locator('#challenges-challenges > fieldset').nth(place)
        await row.locator('summary').click()
        await row.getByLabel('Délai d’accès à un premier rendez-vous en CMP').check()
      }
      await field(page, 'challenges-challenges.2.rank').fill('1')
      await submit(page, 'challenges')
      await saved(page)
      await expect(page.locator('#challenges-challenges > fieldset > legend').first()).toHaveText('1. Continuité extra-hospitalière')

      await page.goto(`${room}/eligibility`)
      await field(page, 'eligibility-whoMayApply.fr').fill('Toute jeune entreprise de l’Union européenne.')
      await field(page, 'eligibility-kinds.start-up').check()
      await field(page, 'eligibility-rules.0.statement.fr').fill('Un partenaire détient votre capital.')
      await field(page, 'eligibility-rules.0.eligible').selectOption('no')
      await submit(page, 'eligibility')
      await expect(page.locator('form [role=alert]').getByRole('link')).toHaveAttribute('href', '#eligibility-rules.0.reason.fr')
      await expect(field(page, 'eligibility-rules.0.eligible')).toHaveValue('no')
      await expect(field(page, 'eligibility-kinds.start-up')).toBeChecked()
      await field(page, 'eligibility-rules.0.reason.fr').fill('Il ne peut pas juger sa filiale.')
      await submit(page, 'eligibility')
      await saved(page)

      await page.goto(`${room}/freeze`)
      await field(page, 'freeze-staysOpen.links').check()
      await field(page, 'freeze-staysOpenUntil').fill(`${year}-05-01T12:00`)
      await submit(page, 'freeze')
      await saved(page)
      await page.goto(`${room}/rubric`)
      await submit(page, 'propose')
      await saved(page)
      await expect(page.locator('#rubric output')).toHaveText('Total des poids : 100')

      await addQuestion(page, room, 'Oui ou non', 'Avez-vous un terrain ?')
      await addQuestion(page, room, 'Texte long', 'Lequel ?', () => field(page, 'question-shownIf').selectOption({ label: 'Si « Avez-vous un terrain ? » = Oui' }))
      await addQuestion(page, room, 'Un choix', 'Quel marquage ?', async () => {
        await field(page, 'question-options.0.label.fr').fill('Aucun')
        await field(page, 'question-options.1.label.fr').fill('Classe I')
      })
      await addQuestion(page, room, 'Nombre', 'Combien de personnes ?', async () => {
        await field(page, 'question-unit.fr').fill('personnes')
        await field(page, 'question-least').fill('0')
        await field(page, 'question-audience').selectOption('managers')
      })
      expect(await labels(page)).toEqual(['Avez-vous un terrain ?', 'Lequel ?', 'Quel marquage ?', 'Combien de personnes ?'])
      await page.getByRole('button', { name: 'Monter « Quel marquage ? »' }).press('Enter')
      await expect.poll(() => labels(page)).toEqual(['Avez-vous un terrain ?', 'Quel marquage ?', 'Lequel ?', 'Combien de personnes ?'])
      await expect(page.locator('#questions > li').nth(2)).toContainText('si « Avez-vous un terrain ? » = Oui')

      await page.goto(`${room}/preview`)
      await expect(page.getByRole('main')).toContainText('Combien de personnes ?')
      await page.getByRole('link', { name: 'un évaluateur' }).click()
      await expect(page.getByRole('main')).toContainText('Quel marquage ?')
      await expect(page.getByRole('main')).not.toContainText('Combien de personnes ?')

      // A colleague saves in between: what one types is kept, and goes over theirs only when one says so.
      const other = await browser.newContext({ baseURL: new URL(page.url()).origin, javaScriptEnabled })
      const colleague = await other.newPage()
      await colleague.request.post('/api/v1/demo/session', { data: { persona: 'manager-2' } })
      await page.goto(`${room}/presentation`)
      await colleague.goto(`${room}/presentation`)
      await field(colleague, 'presentation-title.en').fill('Impact, continued')
      await submit(colleague, 'presentation')
      await saved(colleague)
      await field(page, 'presentation-title.fr').fill('Impact, la suite')
      for (const _ of [1, 2]) {
        // The first refusal still stands while the second is asked for: its own answer is waited for.
        await Promise.all([page.waitForResponse((answer) => answer.request().method() === 'POST'), submit(page, 'presentation')])
        await expect(page.locator('form [role=alert]')).toContainText('Quelqu’un a enregistré cet appel après que vous l’avez ouvert.')
        await expect(field(page, 'presentation-title.fr')).toHaveValue('Impact, la suite')
      }
      await page.getByLabel('Remplacer ce qui est enregistré par ce que j’ai écrit ici').check()
      await submit(page, 'presentation')
      await saved(page)
      await field(page, 'presentation-title.fr').fill('')
      await submit(page, 'presentation')
      await expect(page.locator('form [role=alert]').getByRole('link')).toHaveText(javaScriptEnabled ? 'Titre (français) : Remplissez ce champ.' : 'Remplissez ce champ.')
      await expect(page.getByRole('status').filter({ hasText: 'Enregistré.' })).toBeHidden()
      await other.close()

      await page.goto(room)
      await page.getByRole('link', { name: 'Publier l’appel' }).click()
      await expect(page.getByRole('main')).toContainText('figer la version 1 du formulaire, avec 4 questions propres, et montrer 7 critères')
      await submit(page, 'publish')
      await expect(page).toHaveURL(`${room}?saved=published`)
      await context.clearCookies()
      await expect(async () => {
        await page.goto(`/fr/calls/${slug}`)
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Impact, la suite')
      }).toPass({ timeout: 10_000 })
      await expect(page.getByRole('main')).toContainText('Continuité extra-hospitalière')
      await expect(page.getByRole('main')).toContainText('Grand jury')

      await asManager(page)
      await page.goto(`${room}/form`)
      await page.getByRole('link', { name: 'Quel marquage ?' }).click()
      await field(page, 'question-label.fr').fill('Quel marquage aujourd’hui ?')
      await submit(page, 'question')
      await saved(page)
      await page.getByRole('link', { name: 'Publier la version suivante' }).click()
      await expect(page.getByRole('main')).toContainText('Quel marquage aujourd’hui ? : texte')
      await expect(page.getByRole('main')).toContainText('Elle touche aucun brouillon et aucune candidature déposée')
      await submit(page, 'publish-form')
      await saved(page)
      await expect(page.locator('#version-table tbody tr')).toHaveCount(2)
      await page.goto(`${room}/calendar`)
      await field(page, 'calendar-closesAt').fill(`${year}-04-20T17:00`)
      await submit(page, 'calendar')
      await expect(page.locator('[id="calendar-closesAt-error"]')).toContainText('la clôture se déplace sur la page « Échéance »')
      expect(complaints).toEqual([])
    })
  })
}

test('a question is moved by keyboard without losing the focus, or dragged, and never before the one it waits for', async ({ page }) => {
  await asManager(page)
  const slug = `e2e-${crypto.randomUUID().slice(0, 18)}`
  const room = `/fr/manage/calls/${slug}`
  await page.goto('/fr/manage/calls/new')
  await field(page, 'new-call-title.fr').fill('Un ordre')
  await field(page, 'new-call-slug').fill(slug)
  await submit(page, 'new-call')
  await expect(page).toHaveURL(room)
  await addQuestion(page, room, 'Oui ou non', 'Une')
  await addQuestion(page, room, 'Date', 'Deux', () => field(page, 'question-shownIf').selectOption({ index: 1 }))
  await addQuestion(page, room, 'Lien', 'Trois')
  await page.goto(`${room}/form`)
  await page.getByRole('button', { name: 'Monter « Trois »' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toHaveText('« Trois » est maintenant en position 2 sur 3.')
  await expect(page.getByRole('button', { name: 'Monter « Trois »' })).toBeFocused()
  await page.keyboard.press('Space')
  await expect(page.getByRole('status')).toHaveText('« Trois » est maintenant en position 1 sur 3.')
  await expect(page.getByRole('button', { name: 'Descendre « Trois »' })).toBeFocused()
  const handle = (place: number) => page.locator('#questions > li').nth(place).locator('[draggable=true]')
  await handle(0).dragTo(page.locator('#questions > li').nth(2), { targetPosition: { x: 40, y: 50 } })
  await expect(page.getByRole('status')).toHaveText('« Trois » est maintenant en position 3 sur 3.')
  await page.reload()
  expect(await labels(page)).toEqual(['Une', 'Deux', 'Trois'])
  await handle(1).dragTo(page.locator('#questions > li').first(), { targetPosition: { x: 40, y: 2 } })
  await expect(page.locator('form [role=alert]')).toContainText('Une question ne passe pas avant celle dont elle attend la réponse.')
  expect(await labels(page)).toEqual(['Une', 'Deux', 'Trois'])

  await page.getByRole('link', { name: 'Trois' }).click()
  await page.getByRole('button', { name: 'Retirer la question' }).click()
  await expect(page.locator('#remove-question [role=alert]')).toContainText('Cochez la case pour confirmer.')
  await field(page, 'remove-question-confirmed').check()
  await page.getByRole('button', { name: 'Retirer la question' }).click()
  await saved(page)
  expect(await labels(page)).toEqual(['Une', 'Deux'])

  await page.goto(`${room}/form?add=short-text#panel`)
  await field(page, 'question-label.fr').fill('Quel nom ?')
  await field(page, 'question-limit').fill('80')
  await expect(page.locator('#question')).toContainText('Quel nom ? · Texte court, 80 caractères au plus · obligatoire · lue des évaluateurs')
  await page.goto(`${room}/rubric`)
  await submit(page, 'propose')
  await saved(page)
  await page.locator('#rubric summary').first().click()
  await field(page, 'rubric-criteria.0.weight').fill('30,5')
  await expect(page.locator('#rubric output')).toHaveText('Total des poids : 105,5, au lieu de 100')
})

/** A call that shows each part of its room with something in it, and long words; its room's address without the language. */
async function furnished(page: Page): Promise<string> {
  const slug = `e2e-${crypto.randomUUID().slice(0, 18)}`
  await page.goto('/fr/manage/calls/new?from=impact-1')
  await field(page, 'clone-call-title.fr').fill('Un appel au titre particulièrement long, anticonstitutionnellement')
  await field(page, 'clone-call-slug').fill(slug)
  await submit(page, 'clone-call')
  await expect(page).toHaveURL(`/fr/manage/calls/${slug}`)
  await addQuestion(page, `/fr/manage/calls/${slug}`, 'Plusieurs choix', 'Lesquels ?', async () => {
    await field(page, 'question-options.0.label.fr').fill('Anticonstitutionnellement')
    await field(page, 'question-options.1.label.fr').fill('Autrement')
  })
  await page.goto(`/fr/manage/calls/${slug}/rubric`)
  await submit(page, 'propose')
  await saved(page)
  return `/manage/calls/${slug}`
}

const looks = [['fr', 320, 'light'], ['en', 1280, 'light'], ['fr', 320, 'dark'], ['en', 1280, 'dark']] as const
const parts = ['', '/presentation', '/calendar', '/challenges', '/partners', '/eligibility', '/freeze', '/form', '/form?add=number', '/form?add=choices', '/rubric', '/preview', '/preview?as=scorer', '/publish']

for (const [locale, width, colorScheme] of looks) {
  test.describe(`the managers’ room in ${locale}, ${width} pixels wide, ${colorScheme}`, () => {
    test.use({ colorScheme })

    test('has no accessibility fault, no sideways scroll, and is kept nowhere', async ({ page }) => {
      test.setTimeout(120_000)
      await asManager(page)
      const room = await furnished(page)
      await page.setViewportSize({ width, height: 800 })
      for (const path of ['/manage', '/manage/calls/new', '/manage/calls/new?from=impact-2', ...parts.map((part) => `${room}${part}`)]) {
        const response = await page.goto(`/${locale}${path}`)
        expect([path, response?.status(), response?.headers()['cache-control']]).toEqual([path, 200, 'private, no-store'])
        expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, width])
        expect([path, await faults(page)]).toEqual([path, []])
      }
    })
  })
}

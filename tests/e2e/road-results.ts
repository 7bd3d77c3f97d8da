import ICAL from 'ical.js'
import { addDays, addMonths } from '#lib/domain/day.ts'
import { formatDay } from '#lib/i18n/format.ts'
import { parseCsv } from '#tests/db/parse-csv.ts'
import { expect, open, send, wordsIn } from '#tests/e2e/judging-desk.ts'
import { promises, rupture, title } from '#tests/e2e/road-call.ts'
import { homes, type Road } from '#tests/e2e/road-desk.ts'

/** The board of a manager, line by line: what is late and unkept is flagged, and nothing else. */
export async function readBoard({ pages: { 'other manager': page }, slug, go, say }: Road, startsOn: string): Promise<void> {
  const t = say('other manager')
  await go('other manager', `/manage/calls/${slug}/board`)
  const rows = page.locator('#board tbody tr')
  await expect(rows).toHaveCount(1)
  await expect(rows.getByRole('rowheader')).toHaveText(`${homes.founder.name}${promises.founder.solution}`)
  await expect(rows.locator('td').nth(0).locator('summary')).toHaveText(['1 to come · 1 due soon · 1 late · 1 accepted'])
  await expect(rows.locator('td').nth(1)).toContainText('baseline 60 jours ; target 35 jours ; measured 40 jours (36.3 to 44)')
  await expect(rows.locator('td').nth(4)).toHaveText('1 sent, 0 skipped, 4 overdue')
  const flags = rows.locator('td').nth(2).locator('details')
  const raised = [
    { rule: 'milestone-late', about: 'First test site signed', since: addDays(addMonths(startsOn, 3), 14) },
    { rule: 'commitment-unmet', about: 'Un terrain', since: addDays(addMonths(startsOn, 4), 1) },
  ] as const
  await expect(flags.locator('summary')).toHaveText(raised.map(({ rule }) => t(`flag.names.${rule}`)))
  for (const [place, { rule, about, since }] of raised.entries()) {
    await flags.nth(place).locator('summary').click()
    await expect(flags.nth(place).locator('p')).toHaveText([about, `${t(`flag.rule.${rule}`)} Since ${formatDay(since, 'en')}.`, `${t('flag.next')} ${t(`flag.action.${rule}`)}`])
  }
}

/** One manager proposes what the public will see, the other publishes it. */
export async function publish({ pages: { manager, 'other manager': other }, slug, go, say }: Road): Promise<void> {
  await go('manager', `/manage/calls/${slug}/results`)
  await send(manager, 'propose-form', say('manager')('result.manage.proposedByYou'))
  await expect(manager.locator('#release-form')).toHaveCount(0)
  await go('other manager', `/manage/calls/${slug}/results`)
  await other.locator('#release-form [name=confirmed]').fill('1')
  await send(other, 'release-form', say('other manager')('result.manage.done'))
}

/** Somebody who knows nothing of all this finds the result from the map on the home page, and takes the figure away. */
export async function visit({ browser, portal, slug }: Road, { metricId, startsOn, to }: { metricId: string; startsOn: string; to: string }): Promise<void> {
  const t = wordsIn('en')
  const page = await open(browser, null, portal.address)
  await page.goto('/en')
  await expect(page.getByText(t('home.results.published', { count: 1 }))).toBeVisible()
  await page.locator('figure.pathway').getByRole('link', { name: rupture.en, exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(rupture.en)
  const card = page.locator(`#m-${metricId}`)
  await expect(card).toContainText(t('result.outcomes.improved'))
  await page.getByRole('link', { name: title.en }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title.en)
  await page.getByRole('link', { name: t('call.laureates.results') }).click()
  await expect(page).toHaveURL(`/en/results/${slug}`)
  for (const said of [promises.founder.indicator, t('result.claims.change-without-cause'), `At the start: 60 jours (n = 80), ${formatDay(startsOn, 'en')}.`, `Promised: 35 jours, ${formatDay(addMonths(startsOn, 9), 'en')}.`]) await expect(card).toContainText(said)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'CSV', exact: true }).click()])
  const lines = parseCsv(await new Response(await download.createReadStream() as never).text())
  const figures = lines.slice(1).map((line) => Object.fromEntries((lines[0] ?? []).map((name, at) => [name, line[at] ?? '']))).filter((row) => row['metric_id'] === metricId)
  expect(figures.map(({ est_cible, date, valeur, effectif, unite_mesure }) => [est_cible, date, valeur, effectif, unite_mesure])).toEqual([['false', startsOn, '60', '80', 'jours'], ['true', addMonths(startsOn, 9), '35', '', 'jours'], ['false', to, '40', '40', 'jours']])
  // Cox's interval of a mean of 40, with a deviation of 12 over 40 people, worked out apart.
  expect(Number(figures[2]?.['borne_basse'])).toBeCloseTo(36.34083906, 6)
  expect(Number(figures[2]?.['borne_haute'])).toBeCloseTo(44.0276020377, 6)
  const feed = await page.evaluate((text) => [...new DOMParser().parseFromString(text, 'application/xml').querySelectorAll('feed > entry')].map((entry) => [entry.querySelector('title')?.textContent, entry.querySelector('link')?.getAttribute('href')]), await (await page.request.get('/feed.atom?locale=en')).text())
  expect(feed).toContainEqual([t('open-data.feed.results', { call: title.en, sequence: 1 }), `${portal.address}/en/results/${slug}/1`])
  await page.context().close()
}

const summaries = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => String(event.getFirstPropertyValue('summary')))

/** The call's agenda, and the laureate's own, as another program reads them. */
export async function readAgendas({ pages: { founder, 'other manager': anybody }, slug, go, say }: Road): Promise<void> {
  const t = say('founder')
  const call = title.fr
  expect(summaries(await (await anybody.request.get(`/calls/${slug}.ics`)).text())).toEqual([t('call.agenda.opening', { call }), t('call.agenda.deadline', { call }), t('call.agenda.answer', { call })])
  await go('founder', '/account')
  await founder.locator('#open-calendar').getByRole('button').click()
  const address = new URL((await founder.locator('#open-calendar code').textContent()) ?? '').pathname
  const of = (kind: 'answer' | 'milestone' | 'check-in' | 'measure', about: string) => t(`calendar.kinds.${kind}`, { title: about })
  const { solution, indicator } = promises.founder
  // What is past by more than a month, or done, has left the agenda.
  expect(summaries(await (await anybody.request.get(address)).text()).toSorted()).toEqual([
    of('answer', call), of('milestone', 'Revue à mi-parcours (poursuite, ajustement, arrêt)'), of('milestone', 'Restitution publique et plan d’après-programme'),
    ...[4, 6, 7, 8, 9].map(() => of('check-in', solution)), ...[6, 9].map(() => of('measure', indicator)),
  ].toSorted())
}

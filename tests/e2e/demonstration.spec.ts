import { expect, test } from '@playwright/test'
import { ask } from '#tests/e2e/portal.ts'

/** What is invented says so on each of its pages, in both languages; what is real never does. */
const mark = { fr: />(?:Démonstration|Appel de démonstration)(?:<|\u00a0:)/, en: />(?:Demonstration|Demonstration call)[<:]/ } as const
const languages = ['fr', 'en'] as const

/** The cookie of a persona, taken as scripts take it. */
async function enter(persona: string | null): Promise<Record<string, string>> {
  if (persona === null) return {}
  const { headers } = await ask('/api/v1/demo/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ persona }) })
  return { cookie: String(headers['set-cookie']?.[0]).split(';')[0] ?? '' }
}

/** True when the mark stands on the page by itself, or begins a sentence: neither in a title nor as the name of a link. */
function isMarked(html: string, words: RegExp): boolean {
  const shown = (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '').replace(/<script[\s\S]*?<\/script>|<a [\s\S]*?<\/a>/g, '')
  return words.test(shown)
}

/** Every page reached from `starts` by links that `within` accepts. */
async function crawl(persona: string | null, starts: readonly string[], within: RegExp): Promise<Map<string, string>> {
  const headers = await enter(persona)
  const pages = new Map<string, string>()
  const queue = [...starts]
  const met = new Set(queue)
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    const { status, text } = await ask(path, { headers })
    if (status === 200) pages.set(path, text)
    for (const [, link = ''] of text.matchAll(/href="(\/[^"#?]*)/g)) {
      if (!met.has(link) && within.test(link)) {
        met.add(link)
        queue.push(link)
      }
    }
  }
  return pages
}

const rooms = [
  { who: 'a visitor', persona: null, starts: ['/calls'], within: '(?:calls/demo-|initiatives/demonstration)', least: 5 },
  { who: 'an applicant', persona: 'founder', starts: ['/applications', '/calls/demo-ouvert'], within: 'applications', least: 1 },
  { who: 'a manager', persona: 'manager', starts: ['/manage'], within: 'manage/(?:calls/demo-|applications/)', least: 40 },
] as const

for (const language of languages) {
  for (const { who, persona, starts, within, least } of rooms) {
    test(`every page of the demonstration says so to ${who}, in ${language}`, async () => {
      test.setTimeout(240_000)
      const pages = await crawl(persona, starts.map((path) => `/${language}${path}`), new RegExp(`^/${language}/${within}`))
      expect(pages.size).toBeGreaterThanOrEqual(least)
      expect([...pages].filter(([, html]) => !isMarked(html, mark[language])).map(([path]) => path)).toEqual([])
    })
  }

  test(`what is real does not call itself a demonstration, in ${language}`, async () => {
    const pages = await Promise.all(['/calls/impact-1', '/calls/impact-2', '/initiatives/impact', '/laureates/fedmind'].map(async (path) => [path, await ask(`/${language}${path}`)] as const))
    expect(pages.map(([path, { status, text }]) => [path, status, isMarked(text, mark[language])])).toEqual(pages.map(([path]) => [path, 200, false]))
  })
}

test('the home page offers the open call as a demonstration', async ({ page }) => {
  await page.goto('/fr')
  // Other tests open calls beside it.
  const offer = page.locator('aside > div').filter({ has: page.getByRole('heading', { name: 'Démonstration 4 : ne plus perdre le fil' }) })
  await expect(offer.getByText(/^Appels? ouverts?, démonstration$/)).toBeVisible()
})

test('open data tell invented calls from real ones', async () => {
  const { items: calls } = JSON.parse((await ask('/api/v1/calls')).text) as { items: { slug: string; demonstration: boolean }[] }
  expect(calls.filter(({ slug }) => slug.startsWith('demo-')).map(({ slug, demonstration }) => [slug, demonstration])).toEqual([
    ['demo-accompagnement', true], ['demo-jury', true], ['demo-selection', true], ['demo-ouvert', true],
  ])
  expect(calls.slice(0, 3).map(({ slug, demonstration }) => [slug, demonstration])).toEqual([['impact-1', false], ['impact-2', false], ['grand-defi-dmn-sante-mentale', false]])
  const [head = '', ...rows] = (await ask('/data/calls.csv')).text.split('\r\n')
  const at = head.split(',').indexOf('demonstration')
  expect(at).toBe(6)
  expect(rows.filter((row) => row.startsWith('demo-')).map((row) => [row.split(',')[0], row.split(',')[at]])).toEqual([['demo-accompagnement', 'true'], ['demo-jury', 'true'], ['demo-selection', 'true'], ['demo-ouvert', 'true']])
})

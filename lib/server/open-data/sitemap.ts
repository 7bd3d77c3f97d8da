import { listCalls } from '#lib/server/call/list-calls.ts'
import { listInitiatives } from '#lib/server/initiative/list-initiatives.ts'
import { listLaureates } from '#lib/server/laureate/list-laureates.ts'
import { listPublicRuptures } from '#lib/server/open-data/list-public-ruptures.ts'
import { permalink } from '#lib/server/open-data/permalink.ts'
import { visitor } from '#lib/server/opening.ts'
import { listDisclosedCalls } from '#lib/server/result/list-results.ts'
import { listSources } from '#lib/server/source/list-sources.ts'

const rooms = ['', '/ruptures', '/prioritisation', '/metrics', '/sources', '/initiatives', '/calls', '/selection', '/laureates', '/results', '/about', '/open-data', '/accessibility', '/legal']
/** What can be read before applying to a call run here. */
const aboutApplying = ['/eligibility', '/form', '/grid']
const languages = ['fr', 'en']

/** The map of public pages (sitemaps.org 0.9), each in every language with its translations. */
export async function sitemap(): Promise<string> {
  const [ruptures, calls, laureates, initiatives, sources, releases] = await Promise.all([
    listPublicRuptures(visitor, {}),
    listCalls(visitor, {}),
    listLaureates(visitor, {}),
    listInitiatives(visitor, {}),
    listSources(visitor, {}),
    listDisclosedCalls(visitor, {}),
  ])
  const paths = [
    ...rooms,
    ...ruptures.map(({ slug }) => `/ruptures/${slug}`),
    ...calls.flatMap(({ slug, runHere }) => ['', ...(runHere ? aboutApplying : [])].map((room) => `/calls/${slug}${room}`)),
    ...laureates.map(({ slug }) => `/laureates/${slug}`),
    ...initiatives.map(({ slug }) => `/initiatives/${slug}`),
    ...sources.map(({ id }) => `/sources/${id}`),
    ...new Set(releases.map(({ slug }) => `/results/${slug}`)),
  ]
  const urls = paths.flatMap((path) => languages.map((language) => `<url><loc>${permalink(`/${language}${path}`)}</loc>${translations(path)}</url>`))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n')
}

/** Paths are slugs and the operator's own address: nothing in them needs escaping but "&", which neither holds. */
function translations(path: string): string {
  return languages.map((language) => `<xhtml:link rel="alternate" hreflang="${language}" href="${permalink(`/${language}${path}`)}"/>`).join('')
}

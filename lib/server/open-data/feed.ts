import { atomFeed, type AtomEntry } from '#lib/domain/atom.ts'
import { inLocale } from '#lib/domain/localized.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import { instantInWords } from '#lib/i18n/call-words.ts'
import { openDataWords } from '#lib/i18n/open-data-words.ts'
import { listNews } from '#lib/server/open-data/list-news.ts'
import { permalink } from '#lib/server/open-data/permalink.ts'
import type { Content } from '#lib/server/open-data/respond.ts'
import { visitor } from '#lib/server/opening.ts'

type News = Awaited<ReturnType<typeof listNews>>[number]

/** Calls, choices and results as an Atom feed, newest first. */
export async function newsFeed(locale: Locale): Promise<Content> {
  const t = openDataWords(locale)
  const entries = (await listNews(visitor, {})).flatMap((news) => entriesOf(news, locale))
  const body = atomFeed({ id: permalink('/feed.atom'), language: locale, title: t('feed.title'), author: 'Passerelle', self: permalink(`/feed.atom?locale=${locale}`), alternate: permalink(`/${locale}`), entries })
  return { type: 'application/atom+xml; charset=utf-8', fileName: 'feed.atom', body }
}

function entriesOf({ slug, title, demonstration, publishedAt, changedAt, closesAt, decidedAt, releases }: News, locale: Locale): AtomEntry[] {
  const t = openDataWords(locale)
  const call = demonstration ? t('feed.demonstration', { call: inLocale(title, locale) }) : inLocale(title, locale)
  const page = (path: string) => permalink(`/${locale}/calls/${slug}${path}`)
  const once = (what: string, at: string, path: string, kind: 'decided' | 'results', sequence = 1): AtomEntry => ({
    id: permalink(`/calls/${slug}${what}`), title: t(`feed.${kind}`, { call, sequence }), summary: t(`feed.${kind}Text`, { sequence }), link: path, updated: new Date(at), published: new Date(at),
  })
  return [
    {
      id: permalink(`/calls/${slug}`), title: call, link: page(''), updated: new Date(changedAt), published: new Date(publishedAt),
      summary: closesAt === null ? t('feed.call') : t('feed.callUntil', { deadline: instantInWords(new Date(closesAt), locale) }),
    },
    ...(decidedAt === null ? [] : [once('/selection', decidedAt, page('/selection'), 'decided')]),
    ...releases.map(({ sequence, releasedAt }) => once(`/results/${sequence}`, releasedAt, permalink(`/${locale}/results/${slug}/${sequence}`), 'results', sequence)),
  ]
}

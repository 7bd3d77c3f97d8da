import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { IgnoredNote } from '#components/rupture/ignored-note.tsx'
import { EligibilityTabs } from '#components/screening/eligibility-tabs.tsx'
import { ExportLinks } from '#components/screening/export-links.tsx'
import { ScreeningFilters } from '#components/screening/screening-filters.tsx'
import { ScreeningWork, TableKeys } from '#components/screening/screening-work.tsx'
import { TableHead } from '#components/screening/table-head.tsx'
import { TablePager } from '#components/screening/table-pager.tsx'
import { TagSection } from '#components/screening/tag-section.tsx'
import { ViewLinks } from '#components/screening/view-links.tsx'
import { ViewSection } from '#components/screening/view-section.tsx'
import { Page } from '#components/ui/page.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { screeningQuery } from '#lib/domain/screening-view.ts'
import { batchWords, undoOf } from '#lib/i18n/batch-words.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { orNotFound } from '#lib/server/page.ts'
import { screenApplications } from '#lib/server/screening/screen-applications.ts'
import { createTag, removeTag, removeView, renameTag, saveView, screen } from './actions.ts'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Asked once for the title and the page. */
const load = cache(async ({ params, searchParams }: Props) => {
  const [caller, { slug }, { done, ...search }] = await Promise.all([signedInCaller(), params, searchParams])
  return orNotFound(screenApplications(caller, { slug, search, batch: typeof done === 'string' ? done : null }))
})

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [t, locale, { call }] = await Promise.all([getTranslations('screening'), getLocale(), load(props)])
  return { title: t('pageTitle', { call: inLocale(call.title, locale) }) }
}

export default async function ScreeningPage(props: Props) {
  const [locale, { done }, { call, view, ignored, rows, total, counts, next, previous, savedViews, batch, vocabulary }] = await Promise.all([getLocale(), props.searchParams, load(props)])
  const path = `/manage/calls/${call.slug}/applications`
  const query = screeningQuery(view)
  const here = { slug: call.slug, path, query, view, vocabulary }
  return (
    <Page className="max-w-none!">
      <TableHead slug={call.slug} title={inLocale(call.title, locale)} demonstration={call.demonstration} />
      <IgnoredNote ignored={ignored} />
      <ViewLinks {...here} savedViews={savedViews} />
      <ScreeningFilters {...here} />
      <div className="my-2 flex flex-wrap items-center justify-between gap-x-6">
        <EligibilityTabs {...here} counts={counts} />
        <div className="flex flex-wrap items-center gap-x-4"><TableKeys /><ExportLinks {...here} locale={locale} /></div>
      </div>
      <ScreeningWork {...here} rows={rows} told={done === undefined ? { status: 'new' } : { status: 'done', said: await batchWords(batch), undo: undoOf(batch) }} act={screen} />
      <TablePager {...here} shown={rows.length} total={total} next={next} previous={previous} />
      <ViewSection {...here} savedViews={savedViews} save={saveView} remove={removeView} />
      <TagSection {...here} tags={vocabulary.tags} create={createTag} rename={renameTag} remove={removeTag} />
    </Page>
  )
}

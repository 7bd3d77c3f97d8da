import { useLocale, useTranslations } from 'next-intl'
import { DataLinks } from '#components/open-data/data-links.tsx'
import { ChangeList } from '#components/result/change-list.tsx'
import { ReleaseHistory } from '#components/result/release-history.tsx'
import { ResultList } from '#components/result/result-list.tsx'
import { RollUpTable, rolled } from '#components/result/roll-up-table.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { PageHead, Section } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Page } from '#components/ui/page.tsx'
import { Instant } from '#components/ui/time.tsx'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import type { PublishedResult } from '#lib/domain/result.ts'
import type { ResultChange } from '#lib/domain/result-change.ts'
import { rollUp } from '#lib/domain/roll-up.ts'

export type Disclosed = {
  call: { slug: string; title: Localized; demonstration: boolean }
  sequence: number; releasedAt: Date; sha256: string; content: { results: readonly PublishedResult[] }; changes: readonly ResultChange[]; releases: readonly { sequence: number; releasedAt: Date }[]
}

/** One release of a call's results, whole: what was measured, how to read it, what it changed, and its neighbours. */
export function DisclosedPage({ disclosed: { call, sequence, releasedAt, sha256, content, changes, releases } }: { disclosed: Disclosed }) {
  const t = useTranslations('result')
  const locale = useLocale()
  const titles = new Map(content.results.map(({ rupture, ruptureTitle }) => [rupture, inLocale(ruptureTitle, locale)]))
  return (
    <Page>
      <PageHead above={<Breadcrumb items={[{ href: '/results', label: t('title') }]} />} title={t('ofCall', { call: inLocale(call.title, locale) })} lead={t('lead')}>
        <p className="mt-2 text-soft first-letter:uppercase">{t('release', { sequence })}, <Instant at={releasedAt} /></p>
      </PageHead>
      {call.demonstration && <div className="mb-6"><Notice tone="uncertain" title={t('demonstration')}><p>{t('demonstrationText')}</p></Notice></div>}
      {sequence !== releases.at(-1)?.sequence && <div className="mb-6"><Notice title={t('older')}><p><a href={`/${locale}/results/${call.slug}`}>{t('toLatest')}</a></p></Notice></div>}
      <RollUpTable ruptures={rollUp(rolled(content.results)).ruptures} titles={titles} />
      <p className="mt-3 max-w-measure text-small text-soft">{t('rollUp.note')}</p>
      <ResultList results={content.results} />
      {changes.length > 0 && <Section id="changes" title={t('changes.title')}><ChangeList changes={changes} /></Section>}
      <Section id="releases" title={t('releases')}>
        <ReleaseHistory call={call.slug} releases={releases} shown={sequence} />
        <p className="mt-3 text-small text-soft">{t('digest')} <code className="break-all">{sha256}</code></p>
      </Section>
      <DataLinks title={t('data')} links={[{ href: `/api/v1/results/${call.slug}/${sequence}/release.pdf?locale=${locale}`, label: 'PDF' }, { href: '/data/results.csv', label: 'CSV' }, { href: '/data/results.json', label: 'JSON' }, { href: '/api/v1/results', label: 'API' }]} />
    </Page>
  )
}

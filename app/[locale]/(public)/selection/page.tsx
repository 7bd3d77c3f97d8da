import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Article } from '#components/article/article.tsx'
import { BulletList } from '#components/article/bullet-list.tsx'
import { RuleList } from '#components/article/rule-list.tsx'
import { KnownSelection } from '#components/selection/known-selection.tsx'
import { ProgrammeOutline } from '#components/selection/programme-outline.tsx'
import { RubricCriteria } from '#components/selection/rubric-criteria.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { listCalls } from '#lib/server/call/list-calls.ts'
import { visitor } from '#lib/server/opening.ts'
import { showReferential } from '#lib/server/referential/show-referential.ts'
import { nameSources } from '#lib/server/source/name-sources.ts'
import { publicMetadata } from '../public-metadata.ts'

const shown = ['liens-d-interets', 'petits-effectifs-snds', 'dispositif-medical']

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('selection')
  return publicMetadata(await getLocale(), '/selection', { title: t('title'), description: t('description') })
}

export default async function SelectionPage() {
  const [t, locale, calls, referential, sources] = await Promise.all([
    getTranslations('selection'),
    getLocale(),
    listCalls(visitor, {}),
    showReferential(visitor, {}),
    nameSources(visitor, {}),
  ])
  const { rubric, rules, 'programme-template': programme, 'not-found': notFound } = referential
  const past = calls.filter(({ external, runHere }) => !external && !runHere)
  return (
    <Page>
      <PageHead title={t('title')} lead={t('lead')} />
      <Article
        contents={t('contents')}
        parts={[
          { id: 'known', title: t('known.title'), content: <KnownSelection calls={past} sources={sources} /> },
          { id: 'rubric', title: t('rubric.title'), content: <RubricCriteria rubric={rubric} sources={sources} /> },
          { id: 'rules', title: t('rules.title'), content: <RuleList rules={rules.filter(({ slug }) => shown.includes(slug))} sources={sources} /> },
          { id: 'programme', title: t('programme.title', { months: programme.months }), content: <ProgrammeOutline programme={programme} sources={sources} /> },
          {
            id: 'not-found',
            title: t('notFound.title'),
            content: (
              <>
                <p className="mb-4 max-w-measure text-soft">{t('notFound.lead')}</p>
                <BulletList items={notFound.map((text) => ({ key: text.fr, text: inLocale(text, locale) }))} />
              </>
            ),
          },
        ]}
      />
    </Page>
  )
}

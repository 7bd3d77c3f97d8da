import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { NoPatientData, OneLine, Origin, People, Promises, Words } from '#components/about/about-parts.tsx'
import { Article } from '#components/article/article.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { visitor } from '#lib/server/opening.ts'
import { showReferential } from '#lib/server/referential/show-referential.ts'
import { publicMetadata } from '../public-metadata.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('about')
  return publicMetadata(await getLocale(), '/about', { title: t('title'), description: t('description') })
}

export default async function AboutPage() {
  const [t, locale, { context }] = await Promise.all([getTranslations('about'), getLocale(), showReferential(visitor, {})])
  return (
    <Page>
      <PageHead title={t('title')} lead={t('lead')} />
      <Article
        contents={t('contents')}
        parts={[
          { id: 'origin', title: t('origin.title'), content: <Origin /> },
          { id: 'line', title: t('line.title'), content: <OneLine /> },
          { id: 'promises', title: t('promises.title'), content: <Promises /> },
          { id: 'words', title: t('words.title'), content: <Words /> },
          { id: 'people', title: t('people.title'), content: <People /> },
          { id: 'no-patient-data', title: t('noPatientData.title'), content: <NoPatientData /> },
          { id: 'limits', title: t('limits.title'), content: <p className="max-w-measure">{inLocale(context.caveat, locale)}</p> },
          { id: 'code', title: t('code.title'), content: <p className="max-w-measure">{t('code.text')}</p> },
        ]}
      />
    </Page>
  )
}

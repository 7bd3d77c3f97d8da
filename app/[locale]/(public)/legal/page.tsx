import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Article } from '#components/article/article.tsx'
import { RuleList } from '#components/article/rule-list.tsx'
import { PersonalData } from '#components/legal/personal-data.tsx'
import { PublisherFacts } from '#components/legal/publisher-facts.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { ExternalLink, Link } from '#components/ui/link.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Page, Prose } from '#components/ui/page.tsx'
import { operator } from '#lib/server/instance/operator.ts'
import { showInstance } from '#lib/server/instance/show-instance.ts'
import { visitor } from '#lib/server/opening.ts'
import { showReferential } from '#lib/server/referential/show-referential.ts'
import { nameSources } from '#lib/server/source/name-sources.ts'
import { publicMetadata } from '../public-metadata.ts'

const shown = ['minimisation-rgpd', 'durees-conservation', 'petits-effectifs-snds', 'acces-donnees-sante', 'hds', 'langue-francaise']

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('legal')
  return publicMetadata(await getLocale(), '/legal', { title: t('title'), description: t('description') })
}

export default async function LegalPage() {
  const [t, instance, { rules }, sources] = await Promise.all([
    getTranslations('legal'),
    showInstance(visitor, {}),
    showReferential(visitor, {}),
    nameSources(visitor, {}),
  ])
  const inOrder = shown.flatMap((slug) => rules.find((rule) => rule.slug === slug) ?? [])
  return (
    <Page>
      <PageHead title={t('title')} lead={t('lead')} />
      {instance.demonstration && (
        <div className="mb-10">
          <Notice tone="uncertain" title={t('demonstration.title')}>
            <p>{t('demonstration.text')}</p>
          </Notice>
        </div>
      )}
      <Article
        contents={t('contents')}
        parts={[
          { id: 'publisher', title: t('publisher.title'), content: <PublisherFacts operator={operator()} /> },
          {
            id: 'licence',
            title: t('licence.title'),
            content: (
              <Prose>
                <p>{t('licence.data')}</p>
                <p>{t('licence.sources')}</p>
                <p>{t('licence.code')}</p>
              </Prose>
            ),
          },
          { id: 'errors', title: t('errors.title'), content: <p className="max-w-measure">{t('errors.text')}</p> },
          { id: 'personal', title: t('personal.title'), content: <PersonalData /> },
          {
            id: 'rights',
            title: t('rights.title'),
            content: (
              <Prose>
                <p>{t('rights.text')}</p>
                <p>{t.rich('rights.cnil', { link: (words) => <ExternalLink href="https://www.cnil.fr/fr/plaintes">{words}</ExternalLink> })}</p>
              </Prose>
            ),
          },
          { id: 'security', title: t('security.title'), content: <p>{t.rich('security.text', { link: (words) => <Link href="/.well-known/security.txt">{words}</Link> })}</p> },
          {
            id: 'rules',
            title: t('rules.title'),
            content: (
              <>
                <p className="mb-5 max-w-measure text-soft">{t('rules.lead')}</p>
                <RuleList rules={inOrder} sources={sources} />
              </>
            ),
          },
        ]}
      />
    </Page>
  )
}

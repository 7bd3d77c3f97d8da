import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Article } from '#components/article/article.tsx'
import { BulletList } from '#components/article/bullet-list.tsx'
import { RuleList } from '#components/article/rule-list.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { ExternalLink } from '#components/ui/link.tsx'
import { Page, Prose } from '#components/ui/page.tsx'
import { formatDay } from '#lib/i18n/format.ts'
import { operator } from '#lib/server/instance/operator.ts'
import { visitor } from '#lib/server/opening.ts'
import { showReferential } from '#lib/server/referential/show-referential.ts'
import { nameSources } from '#lib/server/source/name-sources.ts'
import { publicMetadata } from '../public-metadata.ts'

/** When the statement was last gone through. */
const statedOn = '2026-11-23'
const tested = ['axe', 'script', 'reflow', 'headers'] as const
const designed = ['colour', 'table', 'type', 'motion', 'words'] as const
const limits = ['readers', 'automatic', 'sources', 'facile'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accessibility')
  return publicMetadata(await getLocale(), '/accessibility', { title: t('title'), description: t('description') })
}

export default async function AccessibilityPage() {
  const [t, locale, { rules }, sources] = await Promise.all([getTranslations('accessibility'), getLocale(), showReferential(visitor, {}), nameSources(visitor, {})])
  const { contact } = operator()
  return (
    <Page>
      <PageHead title={t('title')} lead={t('lead')} />
      <Article
        contents={t('contents')}
        parts={[
          {
            id: 'state',
            title: t('state.title'),
            content: (
              <Prose>
                <p>{t('state.notAudited')}</p>
                <p>{t('state.aim')}</p>
              </Prose>
            ),
          },
          {
            id: 'tested',
            title: t('tested.title'),
            content: (
              <>
                <p className="mb-4 max-w-measure">{t('tested.lead')}</p>
                <BulletList items={tested.map((key) => ({ key, text: t(`tested.items.${key}`) }))} />
              </>
            ),
          },
          { id: 'designed', title: t('designed.title'), content: <BulletList items={designed.map((key) => ({ key, text: t(`designed.items.${key}`) }))} /> },
          { id: 'limits', title: t('limits.title'), content: <BulletList items={limits.map((key) => ({ key, text: t(`limits.items.${key}`) }))} /> },
          {
            id: 'contact',
            title: t('contact.title'),
            content: (
              <Prose>
                <p>{t('contact.text')}</p>
                {contact === null ? <p>{t('contact.missing')}</p> : <p>{t.rich('contact.address', { address: contact, link: (words) => <a href={`mailto:${contact}`}>{words}</a> })}</p>}
              </Prose>
            ),
          },
          {
            id: 'remedy',
            title: t('remedy.title'),
            content: <p className="max-w-measure">{t.rich('remedy.text', { link: (words) => <ExternalLink href="https://www.defenseurdesdroits.fr/">{words}</ExternalLink> })}</p>,
          },
          { id: 'rule', title: t('rule.title'), content: <RuleList rules={rules.filter(({ slug }) => slug === 'accessibilite-rgaa')} sources={sources} /> },
        ]}
      />
      <p className="mt-12 max-w-measure text-small text-soft">{t('date', { date: formatDay(statedOn, locale) })}</p>
    </Page>
  )
}

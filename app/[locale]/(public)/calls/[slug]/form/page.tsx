import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Article } from '#components/article/article.tsx'
import { AskedSection } from '#components/call/asked-section.tsx'
import { CallBreadcrumb } from '#components/call/call-breadcrumb.tsx'
import { FormVersions } from '#components/call/form-versions.tsx'
import { WayOn } from '#components/call/way-on.tsx'
import { Link } from '#components/ui/link.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { Instant } from '#components/ui/time.tsx'
import { askedInWords } from '#lib/i18n/asked-words.ts'
import { formMetadata, loadForm } from '../public-form.ts'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return formMetadata((await params).slug, 'form')
}

export default async function FormPage({ params }: Props) {
  const [t, locale, { call, challenges, form, versions }] = await Promise.all([getTranslations('call.form'), getLocale(), params.then(({ slug }) => loadForm(slug))])
  const sections = askedInWords({ challenges, questions: form?.questions ?? [] }, locale)
  return (
    <Page>
      <PageHead above={<CallBreadcrumb call={call} />} title={t('title')} lead={t('lead')}>
        <p className="no-print mt-4">
          <Link href={`/api/v1/calls/${call.slug}/form.pdf?locale=${locale}`} className="inline-flex min-h-11 items-center">
            {t('pdf')}
          </Link>
        </p>
        {form && <p className="text-small text-soft">{t.rich('version', { number: form.version, when: () => <Instant at={form.publishedAt} /> })}</p>}
        <FormVersions versions={versions} />
        <p className="mt-4 max-w-measure">{t('identity')}</p>
        <p className="mt-2 max-w-measure">{t('files')}</p>
      </PageHead>
      <Article contents={t('contents')} parts={sections.map(({ id, title, asked }) => ({ id: `section-${id}`, title, content: <AskedSection asked={asked} /> }))} />
      <WayOn slug={call.slug} state={call.state} here="form" />
    </Page>
  )
}

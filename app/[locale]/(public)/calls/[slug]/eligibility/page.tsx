import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { CallBreadcrumb } from '#components/call/call-breadcrumb.tsx'
import { EligibilityForm } from '#components/call/eligibility-form.tsx'
import { EligibilityOutcome } from '#components/call/eligibility-outcome.tsx'
import { WayOn } from '#components/call/way-on.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { eligibilityResult, parseAnswers } from '#lib/domain/eligibility.ts'
import { inLocale } from '#lib/domain/localized.ts'
import type { SearchParams } from '#lib/domain/search-params.ts'
import { formMetadata, loadForm } from '../public-form.ts'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return formMetadata((await params).slug, 'eligibility')
}

export default async function EligibilityPage({ params, searchParams }: Props) {
  const [t, locale, search, { call, eligibility: rules }] = await Promise.all([getTranslations('call.eligibility'), getLocale(), searchParams, params.then(({ slug }) => loadForm(slug))])
  const answers = parseAnswers(search, rules.length)
  const result = eligibilityResult(rules, answers)
  return (
    <Page>
      <PageHead above={<CallBreadcrumb call={call} />} title={t('title')} lead={rules.length === 0 ? t('noneLead') : t('lead', { count: rules.length })}>
        {call.whoMayApply && <p className="mt-4 max-w-measure whitespace-pre-line">{inLocale(call.whoMayApply, locale)}</p>}
      </PageHead>
      <EligibilityOutcome rules={rules} answers={answers} result={result} />
      {rules.length === 0 ? <EmptyState title={t('none')} /> : <EligibilityForm slug={call.slug} rules={rules} answers={answers} settled={result.state === 'eligible' && call.state === 'open'} />}
      <WayOn slug={call.slug} state={call.state} here="eligibility" applies={result.state === 'eligible' || rules.length === 0} />
    </Page>
  )
}

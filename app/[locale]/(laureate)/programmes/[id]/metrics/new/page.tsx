import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ChoiceField, HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { DefinitionFields } from '#components/programme-metric/definition-fields.tsx'
import { MetricsPage } from '#components/programme-metric/metrics-page.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { orNotFound } from '#lib/server/page.ts'
import { listMetrics } from '#lib/server/programme-metric/show-metrics.ts'
import { add } from '../actions.ts'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('programme-metric'))('addTitle') }
}

export default async function NewMetricPage({ params }: Props) {
  const [t, locale, caller, { id }] = await Promise.all([getTranslations('programme-metric'), getLocale(), signedInCaller(), params])
  const { programme, rights, ruptures } = await orNotFound(listMetrics(caller, { programmeId: id }))
  if (!rights.shapes) notFound()
  return (
    <MetricsPage programme={programme} side={rights.side} inside title={t('addTitle')} lead={t('addLead')}>
      <Form id="definition-form" action={add} submit={t('addDo')}>
        <HiddenField name="programmeId" value={programme.id} />
        <ChoiceField name="ruptureId" label={t('fields.ruptureId')} options={ruptures.map((rupture) => ({ value: rupture.id, label: inLocale(rupture.title, locale) }))} />
        <DefinitionFields definition={null} choices={[]} />
      </Form>
    </MetricsPage>
  )
}

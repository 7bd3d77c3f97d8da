import { useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { ConfirmField, HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { DefinitionFacts } from '#components/programme-metric/definition-facts.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Heading } from '#components/ui/heading.tsx'
import type { DefinitionField, MetricDefinition } from '#lib/domain/metric-definition.ts'

type Props = {
  programmeId: string
  metric: MetricDefinition & { id: string; version: number; lockedAt: Date | null }
  gaps: readonly DefinitionField[]
  rights: { shapes: boolean; amends: boolean }
  measured: boolean
  remove: ActionFormProps['action']
}

/** What a metric means, and the way to change it: together until it is locked, then by amendment. */
export function DefinitionSection({ programmeId, metric, gaps, rights, measured, remove }: Props) {
  const t = useTranslations('programme-metric.definition')
  const locked = metric.lockedAt !== null
  return (
    <section aria-labelledby="definition" className="space-y-4 border-t border-rule pt-5">
      <Heading as={2} size={3} id="definition">{t('title')}</Heading>
      <DefinitionFacts definition={metric} gaps={gaps} />
      {(locked ? rights.amends : rights.shapes) && <p><ButtonLink href={`/programmes/${programmeId}/metrics/${metric.id}/edit`}>{t(locked ? 'amend' : 'edit')}</ButtonLink></p>}
      {!locked && rights.shapes && !measured && (
        <Disclosure summary={t('removeTitle')}>
          <Form id="remove-form" action={remove} submit={t('remove')} tone="secondary">
            <HiddenField name="metricId" value={metric.id} />
            <HiddenField name="version" value={String(metric.version)} />
            <ConfirmField name="confirmed" label={t('removeConfirm')} />
          </Form>
        </Disclosure>
      )}
    </section>
  )
}

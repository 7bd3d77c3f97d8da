import { useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { OrganisationFields } from '#components/organisation/organisation-fields.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { OrganisationKind } from '#lib/domain/organisation.ts'
import { formatSiren } from '#lib/domain/siren.ts'

type Props = {
  organisation: { id: string; name: string; kind: OrganisationKind; siren: string | null }
  domains: readonly string[]
  /** Absent for those who may only read. */
  update: ActionFormProps['action'] | undefined
  saved: boolean
  mayBeOperator: boolean
}

/** What the organisation says of itself, and the form to change it. */
export function OrganisationFacts({ organisation, domains, update, saved, mayBeOperator }: Props) {
  const t = useTranslations('organisation')
  const { id, name, kind, siren } = organisation
  return (
    <Section id="facts" title={t('show.facts')}>
      {saved && <div className="mb-5"><Notice tone="done" role="status" title={t('form.saved')} /></div>}
      <DefinitionList
        items={[
          { name: t('show.kind'), value: t(`kinds.${kind}`) },
          { name: t('show.siren'), value: siren ? formatSiren(siren) : t('show.noSiren') },
          { name: t('show.domains'), value: domains.join(', ') || t('show.noDomains') },
        ]}
      />
      {update && (
        <div className="mt-5 max-w-measure">
          <Disclosure summary={t('show.change')}>
            <Form id="change" action={update} submit={t('form.save')}>
              <HiddenField name="organisationId" value={id} />
              <OrganisationFields filled={{ name, kind, siren, domains }} mayBeOperator={mayBeOperator} />
            </Form>
          </Disclosure>
        </div>
      )}
    </Section>
  )
}

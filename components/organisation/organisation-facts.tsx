import { useLocale, useMessages, useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { companyFacts, type ShownCompany } from '#components/organisation/company-card.tsx'
import { OrganisationFields } from '#components/organisation/organisation-fields.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { IdentitySource, OrganisationKind } from '#lib/domain/organisation.ts'
import { formatSiren } from '#lib/domain/siren.ts'
import { formatParisDay } from '#lib/i18n/format.ts'

type Identified = {
  id: string; name: string; kind: OrganisationKind; siren: string | null; beingCreated: boolean
  identitySource: IdentitySource | null; identityConfirmedAt: Date | null
  legalName: string | null; legalForm: string | null; naf: string | null; address: string | null; registeredOn: string | null
}

type Props = {
  organisation: Identified
  domains: readonly string[]
  /** Absent for those who may only read. */
  update: ActionFormProps['action'] | undefined
  saved: boolean
  mayBeOperator: boolean
}

/** What the organisation says of itself, and the form to change it. */
export function OrganisationFacts({ organisation, domains, update, saved, mayBeOperator }: Props) {
  const t = useTranslations('organisation')
  const locale = useLocale()
  const words = useMessages().organisation.identity
  const { id, name, kind, siren, beingCreated, identitySource, identityConfirmedAt } = organisation
  const company = companyOf(organisation)
  return (
    <Section id="facts" title={t('show.facts')}>
      {saved && <div className="mb-5"><Notice tone="done" role="status" title={t('form.saved')} /></div>}
      <DefinitionList
        items={[
          { name: t('show.kind'), value: t(`kinds.${kind}`) },
          { name: t('show.siren'), value: siren ? formatSiren(siren) : t('show.noSiren') },
          { name: words.state, value: identityConfirmedAt ? t('identity.states.register', { date: formatParisDay(identityConfirmedAt, locale) }) : t(`identity.states.${beingCreated ? 'being-created' : siren || identitySource ? 'declared' : 'none'}`) },
          ...(company ? companyFacts(company, words, locale) : []),
          { name: t('show.domains'), value: domains.join(', ') || t('show.noDomains') },
        ]}
      />
      {update && (
        <div className="mt-5 max-w-measure">
          <Disclosure summary={t('show.change')}>
            <Form id="change" action={update} submit={t('form.save')}>
              <HiddenField name="organisationId" value={id} />
              <OrganisationFields filled={{ name, kind, domains, identity: { siren, beingCreated, company } }} mayBeOperator={mayBeOperator} />
            </Form>
          </Disclosure>
        </div>
      )}
    </Section>
  )
}

/** The company a member confirmed, as the register had it. */
function companyOf({ siren, identitySource, legalName, legalForm, naf, address, registeredOn }: Identified): ShownCompany | null {
  return identitySource === 'register' && siren && legalName ? { siren, name: legalName, legalForm, naf, address, registeredOn } : null
}

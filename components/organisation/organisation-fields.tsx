import { useLocale, useMessages, useTranslations } from 'next-intl'
import { ChoiceField, TextField } from '#components/form/fields.tsx'
import { IdentityStep, type KeptIdentity } from '#components/organisation/identity-step.tsx'
import { organisationKinds, type OrganisationKind } from '#lib/domain/organisation.ts'

type Filled = { name: string; kind: OrganisationKind; domains: readonly string[]; identity: KeptIdentity }

/** What a person fills in about an organisation, new or known. Only administrators are offered the operator's kind. */
export function OrganisationFields({ filled, mayBeOperator }: { filled?: Filled; mayBeOperator: boolean }) {
  const t = useTranslations('organisation')
  const kinds = organisationKinds.filter((kind) => kind !== 'operator' || mayBeOperator || filled?.kind === 'operator')
  return (
    <>
      <ChoiceField name="kind" label={t('form.kind')} defaultValue={filled?.kind ?? 'start-up'} options={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))} />
      <IdentityStep words={useMessages().organisation.identity} locale={useLocale()} address="/api/v1/companies/" kept={filled?.identity} fills="name" />
      <TextField name="name" autoComplete="organization" label={t('form.name')} hint={t('form.nameHint')} defaultValue={filled?.name} />
      <TextField name="domains" optional autoComplete="off" spellCheck={false} label={t('form.domains')} hint={t('form.domainsHint')} defaultValue={filled?.domains.join(', ')} />
    </>
  )
}

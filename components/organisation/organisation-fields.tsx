import { useTranslations } from 'next-intl'
import { ChoiceField, TextField } from '#components/form/fields.tsx'
import { organisationKinds, type OrganisationKind } from '#lib/domain/organisation.ts'
import { formatSiren } from '#lib/domain/siren.ts'

type Filled = { name: string; kind: OrganisationKind; siren: string | null; domains: readonly string[] }

/** What a person fills in about an organisation, new or known. Only administrators are offered the operator's kind. */
export function OrganisationFields({ filled, mayBeOperator }: { filled?: Filled; mayBeOperator: boolean }) {
  const t = useTranslations('organisation')
  const kinds = organisationKinds.filter((kind) => kind !== 'operator' || mayBeOperator || filled?.kind === 'operator')
  return (
    <>
      <TextField name="name" autoComplete="organization" label={t('form.name')} hint={t('form.nameHint')} defaultValue={filled?.name} />
      <ChoiceField name="kind" label={t('form.kind')} defaultValue={filled?.kind ?? 'start-up'} options={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))} />
      <TextField
        name="siren"
        optional
        inputMode="numeric"
        autoComplete="off"
        label={t('form.siren')}
        hint={t('form.sirenHint')}
        defaultValue={filled?.siren ? formatSiren(filled.siren) : undefined}
        className="max-w-56 tabular-nums"
      />
      <TextField name="domains" optional autoComplete="off" spellCheck={false} label={t('form.domains')} hint={t('form.domainsHint')} defaultValue={filled?.domains.join(', ')} />
    </>
  )
}

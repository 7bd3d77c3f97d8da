import { useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { ChoiceField, HiddenField, TextField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Table } from '#components/ui/table.tsx'
import { type TieKind, tieKinds } from '#lib/domain/conflict.ts'

type Action = ActionFormProps['action']
type Tie = { id: string; kind: TieKind; otherName: string; otherSiren: string | null }
type Props = { organisation: { id: string }; ties: readonly Tie[]; mayTie: boolean; tie: Action; untie: Action; saved?: 'tied' | 'untied' | undefined }

/** What the organisation says of its investors, clients and the like, and why that is asked. */
export function TieSection({ organisation, ties, mayTie, tie, untie, saved }: Props) {
  const t = useTranslations('conflict.tie')
  return (
    <Section id="ties" title={t('title')}>
      <p className="mb-4 max-w-measure text-soft">{t('lead')}</p>
      {saved && <div className="mb-4"><Notice tone="done" role="status"><p>{t(saved === 'tied' ? 'added' : 'removed')}</p></Notice></div>}
      {ties.length === 0 ? <p>{t('none')}</p> : <TieTable organisation={organisation} ties={ties} mayTie={mayTie} untie={untie} />}
      {mayTie && (
        <div className="mt-5">
          <Form id="tie" action={tie} submit={t('do')} tone="secondary">
            <HiddenField name="organisationId" value={organisation.id} />
            <ChoiceField name="kind" label={t('kind')} defaultValue="investor" options={tieKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))} />
            <TextField name="otherName" label={t('name')} autoComplete="off" />
            <TextField name="otherSiren" optional inputMode="numeric" label={t('siren')} hint={t('sirenHint')} autoComplete="off" className="max-w-60 tabular-nums" />
          </Form>
        </div>
      )}
    </Section>
  )
}

function TieTable({ organisation, ties, mayTie, untie }: { organisation: { id: string }; ties: readonly Tie[]; mayTie: boolean; untie: Action }) {
  const t = useTranslations('conflict.tie')
  return (
    <Table id="tie-table" caption={t('caption')} captionHidden>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('kind')}</th>
          <th scope="col">{t('siren')}</th>
          {mayTie && <th scope="col"><span className="sr-only">{t('remove')}</span></th>}
        </tr>
      </thead>
      <tbody>
        {ties.map(({ id, kind, otherName, otherSiren }) => (
          <tr key={id}>
            <th scope="row">{otherName}</th>
            <td>{t(`kinds.${kind}`)}</td>
            <td className="tabular-nums">{otherSiren ?? t('noSiren')}</td>
            {mayTie && (
              <td>
                <Form id={`untie-${id}`} action={untie} tone="quiet" submit={t('remove')} submitLabel={t('removeNamed', { name: otherName })} className="">
                  <HiddenField name="organisationId" value={organisation.id} />
                  <HiddenField name="tieId" value={id} />
                </Form>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

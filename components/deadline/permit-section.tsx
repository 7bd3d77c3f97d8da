import { useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { AreaField, ChoiceField, HiddenField, TextField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { SearchForm } from '#components/form/search-form.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Table } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { ShortInstant } from '#components/ui/time.tsx'
import { deadlineLimits } from '#lib/domain/deadline.ts'

type Action = ActionFormProps['action']
type Permit = { id: string; organisation: string; email: string; until: Date; reason: string; grantedAt: Date; revokedAt: Date | null; isOpen: boolean }
export type Candidate = { id: string; name: string; savedAt: Date | null }

type Props = { slug: string; search: string; permits: readonly Permit[]; candidates: readonly Candidate[]; grant: Action; revoke: Action }

/** Leave to go on after the deadline: who has it, and to whom it could be granted. */
export function PermitSection({ slug, search, permits, candidates, grant, revoke }: Props) {
  const t = useTranslations('deadline')
  return (
    <section aria-labelledby="permits" className="space-y-4 pt-6">
      <Heading as={2} size={3} id="permits">{t('permits')}</Heading>
      <p className="max-w-measure text-soft">{t('permitsLead')}</p>
      {permits.length === 0 ? <EmptyState title={t('noPermits')} /> : <PermitTable permits={permits} revoke={revoke} />}
      <Heading as={3} size={4} className="pt-4">{t('grantTitle')}</Heading>
      <SearchForm label={t('search')} send={t('searchDo')} value={search} />
      {candidates.length === 0 ? <p className="text-soft">{t('noCandidates')}</p> : (
        <Form id="grant-form" action={grant} submit={t('grant')} tone="secondary">
          <HiddenField name="slug" value={slug} />
          <ChoiceField name="organisationId" label={t('organisation')} options={[{ value: '', label: t('choose') }, ...candidates.map(({ id, name, savedAt }) => ({ value: id, label: savedAt ? t('writing', { name }) : name }))]} />
          <TextField name="email" type="email" autoComplete="off" label={t('email')} hint={t('emailHint')} />
          <TextField name="until" type="datetime-local" label={t('until')} hint={t('untilHint', { days: deadlineLimits.permitDays })} className="tabular-nums" />
          <AreaField name="reason" label={t('permitReason')} hint={t('permitReasonHint', { limit: deadlineLimits.reason })} rows={3} />
        </Form>
      )}
    </section>
  )
}

function PermitTable({ permits, revoke }: { permits: readonly Permit[]; revoke: Action }) {
  const t = useTranslations('deadline')
  return (
    <Table id="permit-table" caption={t('permitsCaption')} captionHidden>
      <thead>
        <tr>
          <th scope="col">{t('organisation')}</th>
          <th scope="col">{t('email')}</th>
          <th scope="col">{t('until')}</th>
          <th scope="col">{t('permitReason')}</th>
          <th scope="col">{t('state')}</th>
        </tr>
      </thead>
      <tbody>
        {permits.map(({ id, organisation, email, until, reason, revokedAt, isOpen }) => (
          <tr key={id}>
            <th scope="row">{organisation}</th>
            <td className="[overflow-wrap:anywhere]">{email}</td>
            <td><ShortInstant at={until} /></td>
            <td className="whitespace-pre-line">{reason}</td>
            <td>
              <Tag tone={isOpen ? 'bridge' : 'plain'}>{t(isOpen ? 'open' : revokedAt ? 'revoked' : 'over')}</Tag>
              {isOpen && (
                <Form id={`revoke-${id}`} action={revoke} tone="quiet" submit={t('revoke')} submitLabel={t('revokeNamed', { organisation })} className="">
                  <HiddenField name="permitId" value={id} />
                </Form>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** Organisations that are writing and have not deposited: that they are, and since when nothing was saved. */
export function WritingTable({ candidates }: { candidates: readonly Candidate[] }) {
  const t = useTranslations('deadline')
  const writing = candidates.flatMap(({ id, name, savedAt }) => (savedAt ? [{ id, name, savedAt }] : []))
  return (
    <section aria-labelledby="drafts" className="space-y-4 pt-6">
      <Heading as={2} size={3} id="drafts">{t('drafts')}</Heading>
      <p className="max-w-measure text-soft">{t('draftsLead')}</p>
      {writing.length === 0 ? <EmptyState title={t('noDrafts')} /> : (
        <Table id="draft-table" caption={t('draftsCaption')} captionHidden>
          <thead>
            <tr>
              <th scope="col">{t('organisation')}</th>
              <th scope="col">{t('savedAt')}</th>
            </tr>
          </thead>
          <tbody>
            {writing.map(({ id, name, savedAt }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td><ShortInstant at={savedAt} /></td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  )
}

import { useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { ChoiceField, HiddenField, TextField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Table } from '#components/ui/table.tsx'
import { ShortInstant } from '#components/ui/time.tsx'
import type { MembershipRole } from '#lib/domain/organisation.ts'

type Action = ActionFormProps['action']
type Invitation = { id: string; email: string; role: MembershipRole; expiresAt: Date }
type Props = { organisationId: string; invitations: readonly Invitation[]; locale: string; invite: Action; revoke: Action; sent: boolean }

/** Offering seats by mail, and those still without an answer. */
export function InvitationSection({ organisationId, invitations, locale, invite, revoke, sent }: Props) {
  const t = useTranslations('organisation')
  const languages = useTranslations('account.profile')
  return (
    <>
      <Section id="invite" title={t('show.invite')}>
        {sent && <div className="mb-5"><Notice tone="done" role="status" title={t('show.invited')} /></div>}
        <Form id="send-invitation" action={invite} submit={t('show.inviteDo')}>
          <HiddenField name="organisationId" value={organisationId} />
          <TextField name="email" type="email" autoComplete="off" label={t('show.inviteEmail')} />
          <ChoiceField name="role" label={t('show.inviteRole')} hint={t('show.inviteRoleHint')} defaultValue="member" options={(['member', 'reader', 'owner'] as const).map((role) => ({ value: role, label: t(`roles.${role}`) }))} />
          <ChoiceField name="locale" label={t('show.inviteLocale')} defaultValue={locale} options={(['fr', 'en'] as const).map((it) => ({ value: it, label: languages(it) }))} />
        </Form>
      </Section>
      {invitations.length > 0 && (
        <Section id="pending" title={t('show.pending')}>
          <Table id="pending-table" caption={t('show.pendingCaption')} captionHidden>
            <thead>
              <tr>
                <th scope="col">{t('show.email')}</th>
                <th scope="col">{t('show.role')}</th>
                <th scope="col">{t('show.expires')}</th>
                <th scope="col">{t('show.actions')}</th>
              </tr>
            </thead>
            <tbody>
              {invitations.map(({ id, email, role, expiresAt }) => (
                <tr key={id}>
                  <th scope="row">{email}</th>
                  <td>{t(`roles.${role}`)}</td>
                  <td><ShortInstant at={expiresAt} /></td>
                  <td>
                    <Form id={`revoke-${id}`} action={revoke} tone="quiet" submit={t('show.revoke')} submitLabel={t('show.revokeNamed', { email })} className="">
                      <HiddenField name="organisationId" value={organisationId} />
                      <HiddenField name="invitationId" value={id} />
                    </Form>
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Section>
      )}
    </>
  )
}

import { useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Table } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { Day } from '#components/ui/time.tsx'
import type { MembershipRole } from '#lib/domain/organisation.ts'

type Action = ActionFormProps['action']
type Member = { id: string; personId: string; name: string | null; email: string; role: MembershipRole; since: Date }
type Props = {
  organisation: { id: string; name: string }
  members: readonly Member[]
  self: string
  mayRun: boolean
  actions: { setRole: Action; transfer: Action; remove: Action }
}

/** Who sits in the organisation, and what its owners may do about it. */
export function MemberSection({ organisation, members, self, mayRun, actions }: Props) {
  const t = useTranslations('organisation')
  return (
    <Section id="members" title={t('show.members')}>
      <Table id="member-table" caption={t('show.membersCaption', { name: organisation.name })} captionHidden>
        <thead>
          <tr>
            <th scope="col">{t('show.name')}</th>
            <th scope="col">{t('show.email')}</th>
            <th scope="col">{t('show.role')}</th>
            <th scope="col">{t('show.since')}</th>
            {mayRun && <th scope="col">{t('show.actions')}</th>}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.id}>
              <th scope="row">
                {member.name ?? t('show.noName')} {member.personId === self && <Tag tone="line">{t('show.you')}</Tag>}
              </th>
              <td>{member.email}</td>
              <td>{t(`roles.${member.role}`)}</td>
              <td><Day date={member.since.toISOString().slice(0, 10)} /></td>
              {mayRun && (
                <td>
                  <MemberActions organisationId={organisation.id} member={member} isSelf={member.personId === self} actions={actions} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  )
}

type ActionsProps = { organisationId: string; member: Member; isSelf: boolean; actions: Props['actions'] }

function MemberActions({ organisationId, member: { id, name, email, role }, isSelf, actions }: ActionsProps) {
  const t = useTranslations('organisation.show')
  const roles = [
    { key: 'makeOwner', role: 'owner', action: actions.setRole },
    { key: 'makeMember', role: 'member', action: actions.setRole },
    { key: 'makeReader', role: 'reader', action: actions.setRole },
  ] as const
  const deeds = [
    ...roles.filter((each) => each.role !== role),
    ...(isSelf ? [] : [{ key: 'transfer' as const, action: actions.transfer }, { key: 'remove' as const, action: actions.remove }]),
  ] as const
  return (
    <div className="flex flex-wrap gap-x-3">
      {deeds.map(({ key, action, ...extra }) => (
        <Form key={key} id={`${key}-${id}`} action={action} tone="quiet" submit={t(key)} submitLabel={t('of', { action: t(key), name: name ?? email })} className="">
          <HiddenField name="organisationId" value={organisationId} />
          <HiddenField name="membershipId" value={id} />
          {'role' in extra && <HiddenField name="role" value={extra.role} />}
        </Form>
      ))}
    </div>
  )
}

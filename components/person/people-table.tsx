import { useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Table } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'

type Deed = 'disable' | 'enable' | 'makeAdmin' | 'withdrawAdmin'
type Actions = Record<Deed, ActionFormProps['action']>
type ListedPerson = { id: string; name: string | null; email: string; administrator: boolean; demonstration: boolean; disabledAt: Date | null; seats: number }
type Props = { people: readonly ListedPerson[]; self: string; search: string; actions: Actions }

const words = { disable: 'disable', enable: 'enable', makeAdmin: 'make', withdrawAdmin: 'withdraw' } as const satisfies Record<Deed, string>

/** Everybody with an account, and what an administrator may do about them. */
export function PeopleTable({ people, self, search, actions }: Props) {
  const t = useTranslations('account.admin.people')
  return (
    <Table id="people-table" caption={t('caption')} captionHidden>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('email')}</th>
          <th scope="col">{t('seats')}</th>
          <th scope="col">{t('state')}</th>
          <th scope="col">{t('actions')}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row">{person.name ?? t('noName')}</th>
            <td>{person.email}</td>
            <td className="tabular-nums">{person.seats}</td>
            <td><State person={person} isSelf={person.id === self} /></td>
            <td>
              <div className="flex flex-wrap gap-x-3">
                {deedsFor(person).map((deed) => (
                  <Form
                    key={deed}
                    id={`${deed}-${person.id}`}
                    action={actions[deed]}
                    tone="quiet"
                    submit={t(words[deed])}
                    submitLabel={t('of', { action: t(words[deed]), name: person.name ?? person.email })}
                    className=""
                  >
                    <HiddenField name="personId" value={person.id} />
                    <HiddenField name="search" value={search} />
                  </Form>
                ))}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function deedsFor({ disabledAt, administrator }: ListedPerson): Deed[] {
  return [disabledAt ? 'enable' : 'disable', administrator ? 'withdrawAdmin' : 'makeAdmin']
}

function State({ person: { disabledAt, administrator, demonstration }, isSelf }: { person: ListedPerson; isSelf: boolean }) {
  const t = useTranslations('account.admin.people')
  return (
    <span className="flex flex-wrap gap-1">
      {disabledAt ? <Tag tone="rupture">{t('disabled')}</Tag> : <Tag>{t('active')}</Tag>}
      {administrator && <Tag tone="line">{t('administrator')}</Tag>}
      {demonstration && <Tag tone="uncertain">{t('demonstration')}</Tag>}
      {isSelf && <Tag tone="line">{t('self')}</Tag>}
    </span>
  )
}

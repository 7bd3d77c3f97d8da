import { useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Section } from '#components/ui/heading.tsx'
import type { MembershipRole } from '#lib/domain/organisation.ts'

type Action = ActionFormProps['action']
type Offer = { id: string; organisation: string; role: MembershipRole }

/** Seats offered to one's address, waiting for an answer. */
export function InvitationOffers({ invitations, accept, decline }: { invitations: readonly Offer[]; accept: Action; decline: Action }) {
  const t = useTranslations('account.invitations')
  if (invitations.length === 0) return null
  return (
    <Section id="invitations" title={t('title')}>
      <ul className="max-w-measure space-y-4">
        {invitations.map(({ id, organisation, role }) => (
          <li key={id} className="border-s-4 border-line bg-wash px-4 py-3">
            <p className="mb-3">{t('offer', { organisation, role })}</p>
            <InvitationAnswer id={id} accept={accept} decline={decline} words={{ accept: t('accept'), decline: t('decline') }} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Yes or no to one seat. */
export function InvitationAnswer({ id, accept, decline, words }: { id: string; accept: Action; decline: Action; words: { accept: string; decline: string } }) {
  return (
    <div className="flex flex-wrap gap-4">
      <Form id={`accept-${id}`} action={accept} submit={words.accept} className="space-y-3">
        <HiddenField name="invitationId" value={id} />
      </Form>
      <Form id={`decline-${id}`} action={decline} tone="secondary" submit={words.decline} className="space-y-3">
        <HiddenField name="invitationId" value={id} />
      </Form>
    </div>
  )
}

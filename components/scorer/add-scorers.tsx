import { useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { FaultLine, HiddenField, TextField, TickField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { OrganisationKind } from '#lib/domain/organisation.ts'
import type { RoundPhase } from '#lib/domain/round.ts'

type Action = ActionFormProps['action']
type Candidate = { personId: string; name: string; email: string; organisationId: string; organisation: string; kind: OrganisationKind }
type Props = { round: { id: string; phase: RoundPhase }; candidates: readonly Candidate[]; silent: readonly { id: string; name: string }[]; addMembers: Action; addOne: Action }

/** Who could score: the call's partners and their people, and anybody of another partner organisation by their address. */
export function AddScorers({ round, candidates, silent, addMembers, addOne }: Props) {
  const t = useTranslations('scorer.add')
  const of = useTranslations('organisation.kinds')
  const homes = [...Map.groupBy(candidates, ({ organisationId }) => organisationId).values()]
  return (
    <section aria-labelledby="add" className="space-y-5 border-t border-rule pt-5">
      <Heading as={2} size={3} id="add">{t('title')}</Heading>
      {round.phase !== 'preparing' && <p className="max-w-measure text-soft">{t('asked')}</p>}
      {homes.length > 0 && (
        <Form id="add-members" action={addMembers} submit={t('do')} className="space-y-4">
          <FaultLine name="members" />
          <HiddenField name="roundId" value={round.id} />
          <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
            {homes.map((people) => {
              const [{ organisationId, organisation, kind }] = people as [Candidate]
              return (
                <fieldset key={organisationId}>
                  <legend className="font-semibold">{organisation} <span className="text-small font-normal text-soft">{of(kind)}</span></legend>
                  {people.map(({ personId, name, email }) => (
                    <TickField key={personId} name={`members.${personId}_${organisationId}`} label={<>{name} <span className="text-small text-soft [overflow-wrap:anywhere]">{email}</span></>} />
                  ))}
                </fieldset>
              )
            })}
          </div>
        </Form>
      )}
      {silent.length > 0 && (
        <Notice title={t('silent', { count: silent.length })}>
          <p>{silent.map(({ name }) => name).join(', ')}</p>
          <p>{t('silentHint')}</p>
        </Notice>
      )}
      <Form id="add-address" action={addOne} submit={t('byAddressDo')} tone="secondary">
        <HiddenField name="roundId" value={round.id} />
        <TextField name="email" type="email" autoComplete="off" label={t('byAddress')} hint={t('byAddressHint')} />
      </Form>
    </section>
  )
}

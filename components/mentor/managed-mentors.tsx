import { useLocale, useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { ChoiceField, HiddenField, TextField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Tag, type TagTone } from '#components/ui/tag.tsx'
import { mentorLimits, mentorState } from '#lib/domain/mentor.ts'
import { formatParisDay } from '#lib/i18n/format.ts'

type Mentor = { id: string; personId: string; name: string | null; email: string; organisationName: string; addedAt: Date; declaredAt: Date | null; acceptedAt: Date | null; endedAt: Date | null; endedBy: string | null; endReason: string | null }
type Candidate = { personId: string; name: string; organisationId: string; organisation: string }
type Props = { programmeId: string; isRunning: boolean; mentors: readonly Mentor[]; candidates: readonly Candidate[]; add: ActionFormProps['action']; end: ActionFormProps['action'] }

const tones: Readonly<Record<ReturnType<typeof mentorState>, TagTone>> = { named: 'uncertain', accepted: 'bridge', declined: 'plain', ended: 'plain' }

/** Who mentors the laureate, whether they answered, and who could. */
export function ManagedMentors({ programmeId, isRunning, mentors, candidates, add, end }: Props) {
  const t = useTranslations('mentor.managed')
  const locale = useLocale()
  return (
    <Section id="mentors" title={t('title')}>
      {mentors.length === 0 && <p className="max-w-measure text-soft">{t('none')}</p>}
      <ul>
        {mentors.map((mentor) => {
          const state = mentorState(mentor)
          const { id, name, email, organisationName, addedAt, acceptedAt, endedAt, endReason } = mentor
          return (
            <li key={id} className="max-w-measure border-t border-rule py-4">
              <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1"><strong>{name ?? email}</strong> <span className="text-soft">{organisationName}</span> <Tag tone={tones[state]}>{t(`states.${state}`)}</Tag></p>
              <p className="text-small text-soft">{t('since', { state, day: formatParisDay(endedAt ?? acceptedAt ?? addedAt, locale) })}</p>
              {endReason && <p>{endReason}</p>}
              {endedAt === null && (
                <Disclosure plain summary={t('end')}>
                  <Form id={`end-${id}`} action={end} submit={t('endSubmit')} submitLabel={t('endLabel', { name: name ?? email })} tone="secondary" className="space-y-4">
                    <HiddenField name="mentorId" value={id} />
                    <TextField name="reason" label={t('reason')} hint={t('reasonHint', { limit: mentorLimits.reason })} />
                  </Form>
                </Disclosure>
              )}
            </li>
          )
        })}
      </ul>
      {isRunning && (candidates.length === 0 ? <p className="mt-4 max-w-measure text-soft">{t('noCandidates')}</p> : (
        <Form id="add-mentor" action={add} submit={t('add')} tone="secondary" className="mt-4 space-y-4">
          <HiddenField name="programmeId" value={programmeId} />
          <ChoiceField name="member" label={t('member')} hint={t('memberHint')} defaultValue="" options={[{ value: '', label: t('choose') }, ...candidates.map(({ personId, name, organisationId, organisation }) => ({ value: `${personId}_${organisationId}`, label: t('candidate', { name, organisation }) }))]} />
        </Form>
      ))}
    </Section>
  )
}

import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { MeetingRoom } from '#components/deliberation/meeting-room.tsx'
import { HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { RoundPage } from '#components/round/round-page.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { loadMeeting, type Props } from './meeting.ts'
import { arrive, end, leave, move, note, plan, score, start, step } from './actions.ts'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, locale, { head }] = await Promise.all([getTranslations('round.titles'), getLocale(), params.then(({ id }) => loadMeeting(id))])
  return { title: t('of', { place: t('jury'), round: inLocale(head.name, locale) }) }
}

export default async function JuryPage({ params }: Props) {
  const [t, { head, meeting }] = await Promise.all([getTranslations('deliberation'), params.then(({ id }) => loadMeeting(id))])
  return (
    <RoundPage head={head} here="jury" lead={t('lead')} wide>
      {meeting === null ? (
        <Notice title={t('none.title')}>
          <p>{t('none.text')}</p>
          {head.phase === 'scoring' && head.kind === 'jury' && <div className="mt-3"><Form id="plan-form" action={plan} submit={t('none.plan')}><HiddenField name="roundId" value={head.id} /></Form></div>}
        </Notice>
      ) : (
        <>
          <MeetingRoom meeting={meeting} actions={{ start, move, step, score, note, arrive, leave, end }} here="manage" />
          {meeting.state === 'planned' && <Form id="plan-form" action={plan} submit={t('none.again')} tone="quiet"><HiddenField name="roundId" value={head.id} /></Form>}
        </>
      )}
    </RoundPage>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { Live } from '#components/deliberation/live.tsx'
import { ScoreTable } from '#components/deliberation/score-table.tsx'
import type { ShownMeeting } from '#components/deliberation/shown-meeting.ts'
import { formatList } from '#lib/i18n/format.ts'

/** What the whole room reads from afar: the solution, its step, who leaves, and scores once revealed. Nothing private. */
export function Projector({ meeting }: { meeting: ShownMeeting }) {
  const t = useTranslations('deliberation')
  const locale = useLocale()
  const { id, agenda, current, jurors, given, kind, state } = meeting
  const item = agenda.find(({ applicationId }) => applicationId === current)
  const recused = jurors.filter(({ mustLeave }) => mustLeave).map(({ name }) => name)
  return (
    <div data-room-screen="" className="mx-auto max-w-page space-y-8 px-6 py-10 text-[clamp(1.25rem,2.2vw,2rem)] leading-snug">
      <Live address={`/api/v1/deliberations/${id}/stream`} lost={t('lost')} />
      {item === undefined ? <h1 className="font-serif text-[clamp(2.25rem,5vw,4.5rem)] leading-tight">{t(state === 'ended' ? 'ended.title' : meeting.mustLeave ? 'hidden' : 'planned.title')}</h1> : (
        <>
          <p className="text-soft">{t('position', { position: item.position + 1, of: agenda.length, number: item.number })}</p>
          <h1 className="font-serif text-[clamp(2.25rem,5vw,4.5rem)] leading-tight">{item.solution}</h1>
          {item.organisation && <p className="text-soft">{item.organisation}</p>}
          <p className="font-bold">{t(`steps.${item.step}`)}</p>
          {recused.length > 0 && <p className="font-semibold text-rupture-ink">{t('leaving', { count: recused.length, names: formatList(recused, locale) })}</p>}
          {kind && given && <p className="tabular-nums">{t('givenScores', { given: given[kind], voters: jurors.length - recused.length, quorum: meeting.quorum })}</p>}
          <ScoreTable item={item} jurors={jurors} />
        </>
      )}
    </div>
  )
}

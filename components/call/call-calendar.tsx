import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicCall, PublicPhase } from '#lib/domain/public-call.ts'
import { formatMonth } from '#lib/i18n/format.ts'
import { PhaseFigure } from '#components/call/phase-figure.tsx'
import { SourceMark, type Sources } from '#components/source/source-mark.tsx'
import { SourcedText } from '#components/source/sourced-text.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Table } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { Day } from '#components/ui/time.tsx'

/** The phases of a call on a line of months, the table behind it, and dates on which sources disagree. */
export function CallCalendar({ call, sources }: { call: PublicCall; sources: Sources }) {
  const t = useTranslations('call.calendar')
  const locale = useLocale()
  return (
    <>
      <PhaseFigure phases={call.phases} withLegend />
      {call.opensOnNote && (
        <div className="mb-8">
          <Notice tone="uncertain" title={t('conflict')}>
            <p>
              <SourcedText text={call.opensOnNote} sources={sources} />
            </p>
          </Notice>
        </div>
      )}
      <Table id="calendar-table" caption={t('caption')} captionHidden>
        <thead>
          <tr>
            <th scope="col">{t('phase')}</th>
            <th scope="col">{t('datesAndSource')}</th>
          </tr>
        </thead>
        <tbody>
          {call.phases.map((phase) => (
            <tr key={phase.slug}>
              <th scope="row" className="hyphens-auto sm:w-56">
                {inLocale(phase.title, locale)}
              </th>
              <td>
                <PhaseDates phase={phase} /> <SourceMark id={phase.sourceId} sources={sources} />
                {phase.note && <p className="mt-1 max-w-measure text-small text-soft"><SourcedText text={phase.note} sources={sources} /></p>}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  )
}

function PhaseDates({ phase: { startsOn, endsOn, startsMonth, datesArePlanned } }: { phase: PublicPhase }) {
  const t = useTranslations('call')
  const locale = useLocale()
  const words = () => {
    if (startsOn !== null && startsOn === endsOn) return t.rich('calendar.on', { day: () => <Day date={startsOn} /> })
    if (startsOn !== null && endsOn !== null) return t.rich('period', { from: () => <Day date={startsOn} />, to: () => <Day date={endsOn} /> })
    if (startsOn !== null) return t.rich('calendar.from', { from: () => <Day date={startsOn} /> })
    if (startsMonth !== null) return t.rich('calendar.from', { from: () => formatMonth(startsMonth, locale) })
    return <span className="font-note italic text-soft">{t('calendar.unknown')}</span>
  }
  return (
    <>
      {words()} {datesArePlanned && <Tag tone="uncertain">{t('calendar.planned')}</Tag>}
    </>
  )
}

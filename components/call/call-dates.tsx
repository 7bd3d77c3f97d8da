import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicCall, PublicPhase } from '#lib/domain/public-call.ts'
import { DeadlineChanges } from '#components/call/deadline-changes.tsx'
import { PhaseFigure } from '#components/call/phase-figure.tsx'
import { Link } from '#components/ui/link.tsx'
import { Table } from '#components/ui/table.tsx'
import { Clock, Day } from '#components/ui/time.tsx'

/** The calendar of a call run here, to the minute; how often its deadline was moved, and a file for one's agenda. */
export function CallDates({ call }: { call: PublicCall }) {
  const t = useTranslations('call.dates')
  const locale = useLocale()
  const { slug, opensAt, closesAt, answerOn, phases, deadlineChanges } = call
  // One that lasts as long as applications are open is said by the two first rows.
  const others = phases.filter(({ startsAt, endsAt }) => startsAt !== opensAt || endsAt !== closesAt)
  const [before, after] = [true, false].map((early) => others.filter(({ startsOn }) => (startsOn === null || answerOn === null || startsOn <= answerOn) === early)) as [PublicPhase[], PublicPhase[]]
  const row = (phase: PublicPhase) => <Row key={phase.slug} name={inLocale(phase.title, locale)} when={<PhaseHours phase={phase} />} note={phase.note && inLocale(phase.note, locale)} />
  return (
    <>
      <PhaseFigure phases={phases} />
      <Table id="dates-table" caption={t('caption')} captionHidden>
        <thead>
          <tr>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('when')}</th>
          </tr>
        </thead>
        <tbody>
          {opensAt !== null && <Row name={t('opening')} when={<Clock at={new Date(opensAt)} />} />}
          {closesAt !== null && <Row name={t('deadline')} when={<Clock at={new Date(closesAt)} />} />}
          {before.map(row)}
          {answerOn !== null && <Row name={t('answer')} when={<Day date={answerOn} />} />}
          {after.map(row)}
        </tbody>
      </Table>
      <DeadlineChanges changes={deadlineChanges} />
      <p className="no-print mt-5">
        <Link href={`/calls/${slug}.ics?locale=${locale}`} className="inline-flex min-h-11 items-center">
          {t('agenda')}
        </Link>
      </p>
    </>
  )
}

function Row({ name, when, note }: { name: ReactNode; when: ReactNode; note?: ReactNode }) {
  return (
    <tr>
      <th scope="row" className="hyphens-auto sm:w-72">
        {name}
      </th>
      <td>
        {when}
        {note && <p className="mt-1 max-w-measure text-small text-soft">{note}</p>}
      </td>
    </tr>
  )
}

function PhaseHours({ phase: { startsAt, endsAt } }: { phase: PublicPhase }) {
  const t = useTranslations('call')
  if (startsAt === null) return <span className="font-note italic text-soft">{t('calendar.unknown')}</span>
  const from = () => <Clock at={new Date(startsAt)} />
  return endsAt === null ? t.rich('dates.from', { from }) : t.rich('dates.between', { from, to: () => <Clock at={new Date(endsAt)} /> })
}

import { useLocale, useTranslations } from 'next-intl'
import { MilestoneTag } from '#components/milestone/milestone-tag.tsx'
import { stateOn } from '#components/milestone/shown-milestone.ts'
import { ProgrammeLine } from '#components/programme/programme-line.tsx'
import type { ShownProgramme } from '#components/programme/shown-programme.ts'
import { Section } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { Day } from '#components/ui/time.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { type DueThing, dueThings } from '#lib/domain/programme-due.ts'

/** The next milestone, and what is due this month: what, by when, whose turn it is. */
export function ProgrammeNext({ shown }: { shown: ShownProgramme }) {
  const t = useTranslations('programme.page')
  const locale = useLocale()
  const { programme, milestones, side, today } = shown
  const next = milestones.find(({ doneAt }) => doneAt === null)
  const things = dueThings({ ...shown, startsOn: programme.startsOn }, side, today)
  return (
    <Section id="next" title={t('next')} className="first-of-type:mt-2 md:first-of-type:mt-2">
      <ProgrammeLine startsOn={programme.startsOn} months={programme.months} milestones={milestones} checkIns={shown.checkIns} today={today} />
      <div className="mt-6 grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <div>
          <h3 className="mb-2 font-semibold">{t('nextMilestone')}</h3>
          {next ? (
            <>
              <p className="font-serif text-h3 font-medium"><Link href={`/programmes/${programme.id}/milestones#milestone-${next.id}`}>{inLocale(next.title, locale)}</Link></p>
              <p className="mt-1 flex flex-wrap items-center gap-2"><MilestoneTag state={stateOn(next, today)} /> <Day date={next.dueOn} /></p>
            </>
          ) : <p className="text-soft">{t('nothingNext')}</p>}
        </div>
        <div>
          <h3 className="mb-2 font-semibold">{t('due')}</h3>
          {things.length === 0 ? <p className="text-soft">{t('nothingDue')}</p> : <ul className="border-t border-rule">{things.map((thing) => <DueLine key={`${thing.kind} ${thing.id}`} thing={thing} shown={shown} />)}</ul>}
        </div>
      </div>
    </Section>
  )
}

function DueLine({ thing: { kind, id, dueOn, by }, shown }: { thing: DueThing; shown: ShownProgramme }) {
  const t = useTranslations('programme.page')
  const locale = useLocale()
  const { programme, milestones, checkIns, metrics, sessions, side, today } = shown
  const base = `/programmes/${programme.id}`
  const title = () => inLocale(milestones.find((each) => each.id === id)?.title ?? { fr: '' }, locale)
  const [words, href] = {
    'check-in': () => [t('dueCheckIn', { month: checkIns.find((each) => each.id === id)?.month ?? 0 }), `${base}/check-ins/${id}`] as const,
    milestone: () => [t('dueMilestone', { title: title() }), `${base}/milestones#milestone-${id}`] as const,
    accept: () => [t('dueAccept', { title: title() }), `${base}/milestones#milestone-${id}`] as const,
    metric: () => [t('dueMetric', { name: metrics.find((each) => each.id === id)?.name ?? '' }), `${base}/metrics/${id}`] as const,
    session: () => [t('dueSession', { subject: sessions.find((each) => each.id === id)?.subject ?? '' }), `${base}/sessions#session-${id}`] as const,
  }[kind]()
  const who = by === side ? t('whoYou') : { laureate: t('whoLaureate'), manager: t('whoManager'), mentor: t('whoMentor') }[by]
  const isLate = dueOn !== null && dueOn < today && kind !== 'accept'
  return (
    <li className="border-b border-rule py-2">
      <Link href={href} className={`inline-block py-1 ${by === side ? 'font-semibold' : ''}`}>{words}</Link>
      <p className="text-small text-soft">
        {who}{dueOn !== null && kind !== 'accept' && <> · <span className={isLate ? 'font-semibold text-rupture-ink' : ''}>{isLate ? t.rich('lateSince', { day: () => <Day date={dueOn} /> }) : t.rich('before', { day: () => <Day date={dueOn} /> })}</span></>}
      </p>
    </li>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import type { ShownWork } from '#components/assignment/shown-work.ts'
import type { Advice, AssignmentResult, Binding, SolvedAssignment } from '#lib/domain/assignment-result.ts'
import { formatList, formatNumber } from '#lib/i18n/format.ts'

type Proposal = ShownWork['proposals'][number]
/** So many reasons are told; the rest is a number. */
const mostTold = 5

/** A proposal in words: what it reaches, what binds and why; or, when there is none, where it falls short and what would help. */
export function ProposalReport({ proposal: { report, gives, takes }, shown }: { proposal: Proposal; shown: ShownWork }) {
  return report.status === 'infeasible' ? <Infeasible report={report} shown={shown} /> : <Solved report={report} shown={shown} gives={gives} takes={takes} />
}

function useNames({ applications, scorers }: ShownWork) {
  const numbers = new Map(applications.map(({ id, number }) => [id, number]))
  const names = new Map(scorers.map(({ personId, name }) => [personId, name]))
  return { number: (id: string) => numbers.get(id) ?? '', name: (id: string) => names.get(id) ?? '' }
}

function Solved({ report, shown, gives, takes }: { report: SolvedAssignment; shown: ShownWork; gives: number; takes: number }) {
  const t = useTranslations('assignment.report')
  const locale = useLocale()
  const loads = report.scorers.map(({ load }) => load)
  const missing = (voice: 'clinical' | 'livedExperience') => report.applications.filter((each) => each[voice] !== 'heard').length
  return (
    <div className="mt-2 space-y-2">
      <ul className="list-disc space-y-1 ps-5">
        <li>{t(report.status === 'optimal' ? 'optimal' : 'unproven', { value: formatNumber(report.objective.value, locale), bound: formatNumber(report.objective.bound, locale) })}</li>
        <li>{t('changes', { gives, takes })}</li>
        <li>{t('floor', { stage: report.objective.floor.stage, rupture: report.objective.floor.rupture })}</li>
        <li>{t('loads', { least: Math.min(...loads), most: Math.max(...loads) })}</li>
        <li>{t('together', { count: report.applications.filter(({ evaluations, organisations }) => organisations < evaluations).length })}</li>
        <li>{t('voices', { clinical: missing('clinical'), lived: missing('livedExperience') })}</li>
      </ul>
      <Bindings binds={report.binds} shown={shown} />
    </div>
  )
}

function Infeasible({ report, shown }: { report: Extract<AssignmentResult, { status: 'infeasible' }>; shown: ShownWork }) {
  const t = useTranslations('assignment.report')
  const { number } = useNames(shown)
  return (
    <div className="mt-2 space-y-2">
      <p className="font-semibold text-rupture-ink">{t('infeasible', { missing: report.missing })}</p>
      <ul className="list-disc space-y-1 ps-5">
        {report.applications.slice(0, mostTold).map(({ id, missing, available, reason }) => <li key={id}>{t(`short.${reason}`, { number: number(id), missing, available })}</li>)}
        {report.applications.length > mostTold && <li>{t('more', { count: report.applications.length - mostTold })}</li>}
      </ul>
      {report.advice.length > 0 && (
        <>
          <p>{t('advice')}</p>
          <ul className="list-disc space-y-1 ps-5">{report.advice.map((advice) => <li key={advice.code}><AdviceLine advice={advice} shown={shown} /></li>)}</ul>
        </>
      )}
      <Bindings binds={report.binds} shown={shown} />
    </div>
  )
}

function AdviceLine({ advice, shown }: { advice: Advice; shown: ShownWork }) {
  const t = useTranslations('assignment.report')
  const locale = useLocale()
  const { name } = useNames(shown)
  if (advice.code === 'invite') return t('invite', { scorers: advice.scorers, cap: advice.cap })
  if (advice.code === 'lower') return t('lower', { count: advice.evaluationsPerApplication })
  return t('raiseCaps', { scorers: formatList(advice.scorers.slice(0, mostTold).map(({ id, from, to }) => t('cap', { name: name(id), from, to })), locale) })
}

function Bindings({ binds, shown }: { binds: readonly Binding[]; shown: ShownWork }) {
  const t = useTranslations('assignment.report')
  const locale = useLocale()
  const { name, number } = useNames(shown)
  const line = (bind: Binding): string => {
    switch (bind.code) {
      case 'cap': return t('binds.cap', { name: name(bind.scorerId), worth: formatNumber(bind.worth, locale) })
      case 'conflict': case 'forbidden': return t(`binds.${bind.code}`, { name: name(bind.scorerId), number: number(bind.applicationId), worth: formatNumber(bind.worth, locale) })
      case 'floor': return t('binds.floor', { applications: formatList(bind.applicationIds.slice(0, mostTold).map(number), locale), least: bind.least })
      case 'kept-over-cap': return t('binds.kept-over-cap', { name: name(bind.scorerId), kept: bind.kept, cap: bind.cap })
      case 'kept-over-number': return t('binds.kept-over-number', { number: number(bind.applicationId), kept: bind.kept })
      case 'kept-in-conflict': return t('binds.kept-in-conflict', { name: name(bind.scorerId), number: number(bind.applicationId) })
    }
  }
  if (binds.length === 0) return null
  return (
    <details className="unfold">
      <summary className="min-h-11 py-2 font-semibold">{t('whatBinds', { count: binds.length })}</summary>
      <ul className="list-disc space-y-1 ps-5">
        {binds.slice(0, mostTold * 2).map((bind) => <li key={JSON.stringify(bind)}>{line(bind)}</li>)}
        {binds.length > mostTold * 2 && <li>{t('more', { count: binds.length - mostTold * 2 })}</li>}
      </ul>
    </details>
  )
}

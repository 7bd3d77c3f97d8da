import { useLocale, useTranslations } from 'next-intl'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { Instant } from '#components/ui/time.tsx'
import type { EvaluationState } from '#lib/domain/evaluation.ts'
import { inLocale, type Localized } from '#lib/domain/localized.ts'

type Props = {
  evaluation: { now: Date; state: EvaluationState; round: { name: Localized; guidance: Localized | null; dueAt: Date | null }; call: { title: Localized; demonstration: boolean } }
  application: { number: string; organisationName: string | null; fields: { solution?: unknown } }
  queue: readonly { state: EvaluationState }[]
  nextId: string | null
}

/** What is judged, in which round, by when; how far one is, and what comes next. */
export function EvaluationHead({ evaluation: { now, state, round, call }, application, queue, nextId }: Props) {
  const t = useTranslations('evaluation')
  const locale = useLocale()
  const [done, of] = [queue.filter((each) => each.state === 'submitted').length, queue.filter((each) => each.state !== 'abstained').length]
  return (
    <header className="pb-4 pt-5">
      <Breadcrumb items={[{ href: '/scoring', label: t('queue.title') }]} />
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
        <Heading as={1} size={2} className="max-w-[44ch]">{String(application.fields.solution ?? t('page.hidden', { number: application.number }))}</Heading>
        <Tag>{t(`states.${state}`)}</Tag>
        {call.demonstration && <Tag tone="uncertain">{t('page.demonstration')}</Tag>}
      </div>
      <p className="mt-1 text-soft">{[application.organisationName, t('page.number', { number: application.number }), t('page.of', { round: inLocale(round.name, locale), call: inLocale(call.title, locale) })].filter(Boolean).join(' · ')}</p>
      <div className="mt-2 flex flex-wrap items-center gap-x-6 gap-y-1 text-small">
        {round.dueAt && state !== 'submitted' && <p>{t.rich('page.due', { at: () => <Instant at={round.dueAt as Date} now={now} /> })}</p>}
        <p className="tabular-nums">{t('queue.progress', { done, of })}</p>
        {nextId && <Link href={`/scoring/evaluations/${nextId}`} className="no-print inline-flex min-h-11 items-center">{t('page.next')}</Link>}
      </div>
      {round.guidance && (
        <details className="mt-2 max-w-measure">
          <summary className="inline-flex min-h-11 cursor-pointer items-center underline underline-offset-4">{t('page.guidance')}</summary>
          <p className="whitespace-pre-line">{inLocale(round.guidance, locale)}</p>
        </details>
      )}
    </header>
  )
}

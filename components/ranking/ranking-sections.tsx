import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { CoverageSection } from '#components/ranking/coverage-section.tsx'
import { CutSection } from '#components/ranking/cut-section.tsx'
import { FreezeSection } from '#components/ranking/freeze-section.tsx'
import { JurySection } from '#components/ranking/jury-section.tsx'
import { RankingHead } from '#components/ranking/ranking-head.tsx'
import { RankingTable } from '#components/ranking/ranking-table.tsx'
import type { RankedRound } from '#components/ranking/ranked-round.ts'
import { ReliabilitySection } from '#components/ranking/reliability-section.tsx'
import { SensitivitySection } from '#components/ranking/sensitivity-section.tsx'
import { SeveritySection } from '#components/ranking/severity-section.tsx'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { rankingQuery, type RankingView } from '#lib/domain/ranked-row.ts'
import type { SelectionCoverage } from '#lib/domain/selection-coverage.ts'

type Action = ActionFormProps['action']
type Props = Pick<ComponentProps<typeof FreezeSection>, 'frozen' | 'replayed'> & Pick<ComponentProps<typeof JurySection>, 'juries' | 'candidateIds'> & {
  ranked: RankedRound; view: RankingView; coverage: SelectionCoverage; isChosen: boolean; actions: { freeze: Action; add: Action }
}

/** A ranking read from top to bottom: rules, cut, rows, then the questions one asks of it, then what is done with it. */
export function RankingSections({ ranked, view, coverage, candidateIds, isChosen, juries, frozen, replayed, actions }: Props) {
  const t = useTranslations('ranking.empty')
  const named = new Map(ranked.applications.map((application) => [application.id, application]))
  if (ranked.input.evaluations.length === 0) return <EmptyState title={t('title')}><p>{t('text')}</p></EmptyState>
  return (
    <>
      <RankingHead ranked={ranked} view={view} />
      <CutSection ranked={ranked} />
      <RankingTable ranked={ranked} view={view} />
      <SensitivitySection ranked={ranked} named={named} />
      <ReliabilitySection ranked={ranked} />
      <SeveritySection ranked={ranked} named={named} />
      <CoverageSection ranked={ranked} coverage={coverage} candidates={candidateIds.length} isChosen={isChosen} back={`/manage/rounds/${ranked.head.id}/ranking${rankingQuery({ ...view, chosen: [] })}#coverage`} />
      <JurySection ranked={ranked} juries={juries} candidateIds={candidateIds} add={actions.add} />
      <FreezeSection ranked={ranked} frozen={frozen} replayed={replayed} freeze={actions.freeze} />
    </>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Link } from '#components/ui/link.tsx'
import { Table } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { ShortInstant } from '#components/ui/time.tsx'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import type { OrganisationKind } from '#lib/domain/organisation.ts'
import type { RoundPhase } from '#lib/domain/round.ts'
import type { StageSlug } from '#lib/domain/stage.ts'

export type ListedScorer = {
  id: string; name: string; email: string; organisation: string; kind: OrganisationKind; livedExperience: boolean; clinical: boolean; chair: boolean; cap: number
  stages: StageSlug[]; ruptureIds: string[]; declaredAt: Date | null; given: number; submitted: number; links: number
}
export type Stage = { slug: StageSlug; title: Localized }
export type Rupture = { id: string; stage: StageSlug; title: Localized }

type Props = { round: { id: string; phase: RoundPhase }; scorers: readonly ListedScorer[]; stages: readonly Stage[]; ruptures: readonly Rupture[]; edited?: string | undefined }

/** Who scores in a round: for whom, with what voice and expertise, whether they declared, and how far they are. */
export function ScorerTable({ round, scorers, stages, ruptures, edited }: Props) {
  const t = useTranslations('scorer')
  const of = useTranslations('organisation.kinds')
  if (scorers.length === 0) return <EmptyState title={t('none')}><p>{t('noneHint')}</p></EmptyState>
  const room = `/manage/rounds/${round.id}`
  return (
    <Table id="scorers" caption={t('caption')} captionHidden>
      <thead>
        <tr>
          <th scope="col">{t('person')}</th>
          <th scope="col">{t('organisation')}</th>
          <th scope="col">{t('voice')}</th>
          <th scope="col">{t('declared')}</th>
          <th scope="col" className="number">{t('links')}</th>
          <th scope="col" className="number">{t('submitted')}</th>
          {round.phase !== 'closed' && <th scope="col"><span className="sr-only">{t('change')}</span></th>}
        </tr>
      </thead>
      <tbody>
        {scorers.map((scorer) => (
          <tr key={scorer.id} aria-current={scorer.id === edited ? 'true' : undefined}>
            <th scope="row">{scorer.name}<span className="block text-small font-normal text-soft [overflow-wrap:anywhere]">{scorer.email}</span></th>
            <td>{scorer.organisation}<span className="block text-small text-soft">{of(scorer.kind)}</span></td>
            <td><Voice scorer={scorer} stages={stages} ruptures={ruptures} /></td>
            <td>{scorer.declaredAt ? <ShortInstant at={scorer.declaredAt} /> : <Tag tone="uncertain">{t('notDeclared')}</Tag>}</td>
            <td className="number"><Link href={`${room}/conflicts`}>{scorer.links}</Link></td>
            <td className="number">{t('outOf', { done: scorer.submitted, all: scorer.given, cap: scorer.cap })}</td>
            {round.phase !== 'closed' && <td><Link href={`${room}/scorers?edit=${scorer.id}#edit`} aria-label={t('changeNamed', { name: scorer.name })} className="inline-flex min-h-9 items-center pointer-coarse:min-h-11">{t('change')}</Link></td>}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function Voice({ scorer: { chair, clinical, livedExperience, stages: known, ruptureIds }, stages, ruptures }: { scorer: ListedScorer; stages: readonly Stage[]; ruptures: readonly Rupture[] }) {
  const t = useTranslations('scorer')
  const locale = useLocale()
  const expertise = [
    ...stages.filter(({ slug }) => known.includes(slug)).map(({ title }) => inLocale(title, locale)),
    ...ruptures.filter(({ id }) => ruptureIds.includes(id)).map(({ title }) => inLocale(title, locale)),
  ]
  return (
    <>
      <span className="flex flex-wrap gap-1">
        {chair && <Tag tone="line">{t('chair')}</Tag>}
        {clinical && <Tag tone="line">{t('clinical')}</Tag>}
        {livedExperience && <Tag tone="line">{t('livedExperience')}</Tag>}
      </span>
      {expertise.length > 0 && <span className="mt-1 block text-small text-soft">{expertise.slice(0, 3).join(' · ')}{expertise.length > 3 && ` ${t('more', { count: expertise.length - 3 })}`}</span>}
    </>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type NamedQuestion, useFieldName } from '#components/application/field-name.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { Notice, type NoticeTone } from '#components/ui/notice.tsx'
import { Instant } from '#components/ui/time.tsx'
import type { FilingState } from '#lib/domain/filing.ts'
import { formatList } from '#lib/i18n/format.ts'

type Props = {
  id: string
  state: FilingState
  acts: 'applicant' | 'manager' | 'nobody'
  opensAt: Date
  decidedAt: Date | null
  application: { submittedAt: Date; withdrawnAt: Date | null } | null
  changed: readonly string[]
  gaps: number
  questions: readonly NamedQuestion[]
  owners: readonly string[]
  editable: 'all' | readonly string[]
  may: { edit: boolean; submit: boolean }
}

const tones: Partial<Record<FilingState, NoticeTone>> = { changed: 'uncertain', 'to-correct': 'stop', deposited: 'done', waiting: 'done', withdrawn: 'uncertain' }

/** What happens now and who must act, with the one thing to do about it. */
export function FilingNow({ id, state, acts, opensAt, decidedAt, application, changed, gaps, questions, owners, editable, may }: Props) {
  const t = useTranslations('filing')
  const locale = useLocale()
  const nameOf = useFieldName(questions)
  const at = state === 'withdrawn' || state === 'lapsed' ? application?.withdrawnAt : application?.submittedAt
  const rich = { at: () => at && <Instant at={at} />, opens: () => <Instant at={opensAt} /> } satisfies Record<string, () => ReactNode>
  if (decidedAt !== null) {
    return (
      <>
        <Notice title={t('now.decided')}><p>{t.rich('now.decidedText', { at: () => <Instant at={decidedAt} /> })}</p></Notice>
        <div className="no-print mt-5 flex flex-wrap gap-3">
          <ButtonLink href={`/applications/${id}/decision`} tone="primary">{t('list.decision')}</ButtonLink>
          <ButtonLink href={`/applications/${id}/edit`}>{t('file.read')}</ButtonLink>
        </div>
      </>
    )
  }
  return (
    <>
      <Notice tone={tones[state] ?? 'plain'} title={t(`acts.${acts}`)}>
        <p>{t.rich(`now.${state}`, rich)}</p>
        {state === 'to-correct' && editable !== 'all' && <p>{t('now.onlyThese')}</p>}
        {changed.length > 0 && state !== 'waiting' && <p>{t('now.changedFields', { fields: formatList(changed.map(nameOf), locale) })}</p>}
        {state === 'draft' && <p>{gaps > 0 ? t('now.draftGaps', { count: gaps }) : t('now.draftReady')}</p>}
        {acts === 'applicant' && !may.submit && <p>{t('now.owners', { count: owners.length, names: formatList(owners, locale) })}</p>}
      </Notice>
      <div className="no-print mt-5 flex flex-wrap gap-3">
        {may.submit && state !== 'to-correct' && (state !== 'draft' || gaps === 0) && <ButtonLink href={`/applications/${id}/review`} tone={acts === 'applicant' ? 'primary' : 'secondary'}>{t(application ? 'file.reviewAgain' : 'file.review')}</ButtonLink>}
        <ButtonLink href={`/applications/${id}/edit`} tone={may.edit && (state === 'to-correct' || (state === 'draft' && gaps > 0)) ? 'primary' : 'secondary'}>{t(may.edit ? (state === 'to-correct' ? 'list.correct' : 'file.edit') : 'file.read')}</ButtonLink>
        {state === 'draft' && gaps > 0 && <ButtonLink href={`/applications/${id}/review`}>{t('list.gaps', { count: gaps })}</ButtonLink>}
      </div>
    </>
  )
}

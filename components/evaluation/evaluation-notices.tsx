import { useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { Form } from '#components/form/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Instant } from '#components/ui/time.tsx'
import type { Abstention } from '#lib/domain/evaluation.ts'

type Props = {
  evaluation: {
    id: string
    submittedAt: Date | null
    reopening: { reason: string | null } | null
    abstention: { reason: Abstention | null; note: string | null } | null
    round: { closedAt: Date | null }
  }
  resume: ActionFormProps['action']
}

/** Why this evaluation may not be written, or why it may again. */
export function EvaluationNotices({ evaluation: { id, submittedAt, reopening, abstention, round }, resume }: Props) {
  const t = useTranslations('evaluation')
  return (
    <div className="space-y-4">
      {reopening && <Notice tone="uncertain" title={t('page.reopened')}><p>{t('page.reopenedText')}</p><p className="whitespace-pre-line">{reopening.reason}</p></Notice>}
      {submittedAt && <Notice tone="done" title={t('read.submittedTitle')}><p>{t.rich('read.submitted', { at: () => <Instant at={submittedAt} /> })}. {t('read.print')}</p></Notice>}
      {abstention && (
        <Notice tone="uncertain" title={t('page.abstained')}>
          <p>{abstention.reason && t(`page.reasons.${abstention.reason}`)}{abstention.note && ` · ${abstention.note}`}</p>
          {round.closedAt === null && <Form id="resume" action={resume} tone="secondary" submit={t('page.resume')}><input type="hidden" name="assignmentId" value={id} /></Form>}
        </Notice>
      )}
      {round.closedAt && !submittedAt && <Notice tone="stop" title={t('page.closed')}><p>{t('page.closedText')}</p></Notice>}
    </div>
  )
}

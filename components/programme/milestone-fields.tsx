import { useLocale, useTranslations } from 'next-intl'
import { TextField } from '#components/form/fields.tsx'
import { RowFrame } from '#components/form/row-frame.tsx'
import { WordsField } from '#components/form/words-field.tsx'
import { ProposalMark } from '#components/programme/proposal-mark.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import type { ProgrammeTemplate } from '#lib/domain/programme.ts'
import { templateLimits } from '#lib/domain/programme-template.ts'

/** Milestones by month. Those of one month keep the order of their ranks. */
export function MilestoneFields({ milestones }: { milestones: ProgrammeTemplate['milestones'] }) {
  const t = useTranslations('programme.template')
  const locale = useLocale()
  const words = { remove: t('removeMilestone'), rank: t('rank') }
  const rows = milestones.length < templateLimits.milestones ? [...milestones, null] : milestones
  return (
    <div className="border-b border-rule">
      {rows.map((milestone, index) => (
        <RowFrame
          key={index}
          folded
          name={`milestones.${index}`}
          id={milestone ? String(index) : undefined}
          rank={index + 1}
          legend={milestone ? <>{t('milestoneOf', { month: milestone.month, title: inLocale(milestone.title, locale) })} {milestone.isProposal && <ProposalMark />}</> : t('newMilestone')}
          words={words}
        >
          <WordsField name={`milestones.${index}.title`} label={t('milestone')} value={milestone?.title} limit={templateLimits.title} limitSaid={index === 0} />
          <TextField name={`milestones.${index}.month`} inputMode="numeric" label={t('month')} hint={t('monthHint')} defaultValue={milestone?.month} className="max-w-24 tabular-nums" />
        </RowFrame>
      ))}
    </div>
  )
}

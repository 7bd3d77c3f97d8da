import { useLocale, useTranslations } from 'next-intl'
import { FaultLine, HiddenField, TextField } from '#components/form/fields.tsx'
import { TurnField } from '#components/form/turn-field.tsx'
import { MilestoneFields } from '#components/programme/milestone-fields.tsx'
import { ModuleFields } from '#components/programme/module-fields.tsx'
import { Heading } from '#components/ui/heading.tsx'
import type { NotedSource } from '#components/ui/source-note.tsx'
import type { ProgrammeTemplate } from '#lib/domain/programme.ts'
import { localisedHref } from '#lib/i18n/address.ts'

export type EditedTemplate = Pick<ProgrammeTemplate, 'months' | 'modules' | 'milestones'> & { followUps: number[]; startsOn: string | null; version: number }
type Props = { slug: string; template: EditedTemplate; sources: Readonly<Record<string, NotedSource>> }

/** The whole programme of a call, as its managers settle it. */
export function TemplateFields({ slug, template, sources }: Props) {
  const t = useTranslations('programme.template')
  const locale = useLocale()
  return (
    <>
      <HiddenField name="slug" value={slug} />
      <TurnField version={template.version} href={localisedHref(`/manage/calls/${slug}/programme`, locale)} words={{ title: t('turn.title'), text: t('turn.text'), look: t('turn.look'), over: t('turn.over') }} />
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-3">
        <TextField name="months" inputMode="numeric" label={t('months')} hint={t('monthsHint')} defaultValue={template.months} className="max-w-24 tabular-nums" />
        <TextField name="startsOn" type="date" optional label={t('startsOn')} hint={t('startsOnHint')} defaultValue={template.startsOn ?? ''} className="max-w-52" />
        <TextField name="followUps" optional label={t('followUps')} hint={t('followUpsHint')} defaultValue={template.followUps.join(', ')} className="max-w-52 tabular-nums" />
      </div>
      <section aria-labelledby="modules-title">
        <Heading as={2} size={3} id="modules-title" className="mb-2">{t('modules')}</Heading>
        <FaultLine name="modules" />
        <ModuleFields modules={template.modules} sources={sources} />
      </section>
      <section aria-labelledby="milestones-title">
        <Heading as={2} size={3} id="milestones-title" className="mb-2">{t('milestones')}</Heading>
        <FaultLine name="milestones" />
        <MilestoneFields milestones={template.milestones} />
      </section>
    </>
  )
}

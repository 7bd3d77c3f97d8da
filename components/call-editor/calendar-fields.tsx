import { useLocale, useTranslations } from 'next-intl'
import type { EditedCall } from '#components/call-editor/edited-call.ts'
import { TextField } from '#components/form/fields.tsx'
import { RowFrame } from '#components/form/row-frame.tsx'
import { WordsField } from '#components/form/words-field.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { mostRows, settingLimits } from '#lib/domain/call-settings.ts'
import { parisClockText } from '#lib/domain/calendar.ts'
import { inLocale } from '#lib/domain/localized.ts'

const blankRows = 2

/** The dates of a call, all of them Paris clocks. */
export function CalendarFields({ settings: { call, phases } }: { settings: Pick<EditedCall, 'call' | 'phases'> }) {
  const t = useTranslations('call-editor.calendar')
  const locale = useLocale()
  const words = { remove: t('remove'), rank: '' }
  const rows = [...phases, ...Array.from({ length: Math.min(blankRows, Math.max(0, mostRows.phases - phases.length)) }, () => null)]
  return (
    <>
      <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">
        <ClockField name="opensAt" label={t('opensAt')} at={call.opensAt} />
        <ClockField name="closesAt" label={t('closesAt')} hint={call.publishedAt === null ? t('closesAtHint') : t('closesAtMoved')} at={call.closesAt} />
        <TextField name="answerOn" type="date" label={t('answerOn')} hint={t('answerOnHint')} defaultValue={call.answerOn ?? undefined} className="tabular-nums" />
      </div>
      <section aria-labelledby="calendar-phases" className="space-y-1">
        <Heading as={2} size={3} id="calendar-phases">{t('phases')}</Heading>
        <p className="max-w-measure pb-2 text-small text-soft">{t('phasesHint', { most: mostRows.phases })}</p>
        {rows.map((phase, index) => (
          <RowFrame key={phase?.id ?? `new-${index}`} name={`phases.${index}`} id={phase?.id} legend={phase ? inLocale(phase.title, locale) : t('newPhase')} words={words}>
            <WordsField name={`phases.${index}.title`} label={t('phaseTitle')} value={phase?.title} limit={settingLimits.phase} />
            <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
              <ClockField name={`phases.${index}.startsAt`} label={t('startsAt')} at={phase?.startsAt ?? null} />
              <ClockField name={`phases.${index}.endsAt`} optional label={t('endsAt')} at={phase?.endsAt ?? null} />
            </div>
            <Disclosure summary={t('note')} open={Boolean(phase?.note)}>
              <WordsField name={`phases.${index}.note`} optional rows={2} label={t('note')} value={phase?.note} limit={settingLimits.note} />
            </Disclosure>
          </RowFrame>
        ))}
      </section>
    </>
  )
}

/** A Paris clock. */
export function ClockField({ name, label, hint, at, optional = false }: { name: string; label: string; hint?: string; at: Date | null; optional?: boolean }) {
  return <TextField name={name} type="datetime-local" optional={optional} label={label} hint={hint} defaultValue={at ? parisClockText(at) : undefined} className="tabular-nums" />
}

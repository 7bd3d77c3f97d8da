import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { CheckInEditor, type WriteCheckIn } from '#components/check-in/check-in-editor.tsx'
import type { CheckInViews } from '#components/check-in/check-in-views.ts'
import type { ShownCheckIn } from '#components/check-in/shown-check-in.ts'
import type { Control, FieldView } from '#components/draft/field-view.ts'
import type { SavingWords } from '#components/draft/editor-context.ts'
import { checkInLimits, milestoneProgress, moods } from '#lib/domain/check-in.ts'
import { figureAsks, figureName, progressName } from '#lib/domain/check-in-content.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { formatDay, formatFigure, formatNumber } from '#lib/i18n/format.ts'
import type { Messages } from '#lib/i18n/messages.ts'

/** The sentences of saving, with those in which a check-in is no application. */
function savingWords({ draft: { editor }, 'check-in': { editor: own } }: Messages): SavingWords {
  const { state, alert, device, field, clash, faults } = editor
  const instead = ({ title, text }: { title: string; text: string }) => ({ title, kept: text, unkept: text })
  return { state: { ...state, gone: own.goneState }, alert: { ...alert, closed: instead(own.closed), gone: instead(own.gone) }, device, field, clash: { ...clash, text: own.clash }, faults: Object.assign({ 'not-a-partner': own.notAPartner }, faults) }
}

const blank = { section: null, help: null, isRequired: false, limit: null, options: [], unit: null, least: null, most: null } as const
const field = (name: string, control: Control, label: string, more: Partial<FieldView> = {}): FieldView => ({ ...blank, name, control, label, ...more })
const characters = (most: number) => ({ limit: { of: 'characters' as const, most } })

/** The check-in to fill in, in the reader's language. */
export async function CheckInForm({ checkIn, programmeId, person, write }: { checkIn: ShownCheckIn; programmeId: string; person: string; write: WriteCheckIn }) {
  const [t, locale, messages] = await Promise.all([getTranslations('check-in'), getLocale(), getMessages()])
  const { last } = checkIn
  const figure = (value: number, unit: string) => formatFigure(value, unit, locale)
  const milestones = checkIn.milestones.map(({ id, title, dueOn }) => {
    const said = last?.progress[id]?.note
    return {
      id, title: inLocale(title, locale), due: formatDay(dueOn, locale),
      state: field(progressName(id, 'state'), 'choice', t('state'), { options: milestoneProgress.map((state) => ({ id: state, label: t(`states.${state}`) })) }),
      note: field(progressName(id, 'note'), 'line', t('note'), characters(checkInLimits.note)),
      lastNote: said && last ? t('lastNote', { month: last.month, note: said }) : null,
    }
  })
  const figures = checkIn.metrics.map(({ id, name, measure, unit, numerator, denominator, baseline, target, last: before }) => {
    const asked = { numerator, denominator, value: null, n: null }
    const was = before === null ? null : before.value === null ? t('beside.of', { numerator: formatNumber(before.numerator ?? 0, locale), denominator: formatNumber(before.denominator ?? 0, locale) }) : figure(before.value, unit)
    return {
      id, name,
      parts: figureAsks[measure].map((part) => field(figureName(id, part), 'number', t(`parts.${part}`), { unit: part === 'value' ? unit : null, help: asked[part] })),
      beside: [was && t('beside.last', { value: was }), baseline === null ? null : t('beside.baseline', { value: figure(baseline, unit) }), target === null ? null : t('beside.target', { value: figure(target, unit) })].filter((each) => each !== null),
    }
  })
  const rest = {
    blockers: field('blockers', 'prose', t('blockers'), { help: t('blockersHelp'), ...characters(checkInLimits.blockers) }),
    askTo: field('askOrganisationId', 'choice', t('askTo'), { options: checkIn.partners.map(({ id, name }) => ({ id, label: name })) }),
    ask: field('ask', 'prose', t('ask'), { help: t('askHelp'), ...characters(checkInLimits.ask) }),
    mood: field('mood', 'choice', t('mood'), { isRequired: true, options: moods.map((mood) => ({ id: mood, label: t(`moods.${mood}`) })) }),
    moodReason: field('moodReason', 'prose', t('moodReason'), { help: t('moodReasonHelp'), ...characters(checkInLimits.moodReason) }),
  }
  const names = [...milestones.flatMap(({ state, note }) => [state, note]), ...figures.flatMap(({ parts }) => parts), ...Object.values(rest)].map(({ name }) => name)
  const views: CheckInViews = { names, isFirst: last === null, milestones, figures, ...rest, lastBlockers: last?.blockers ? t('lastBlockers', { month: last.month, text: last.blockers }) : null }
  return (
    <>
      <noscript><p className="font-semibold">{t('script')}</p></noscript>
      <CheckInEditor
        start={{ person, place: `check-in ${checkIn.id}`, id: checkIn.id, version: checkIn.version, savedAt: checkIn.version === 0 ? null : checkIn.savedAt.toISOString(), content: checkIn.content, editable: checkIn.editable, now: checkIn.now.toISOString(), closesAt: null }}
        programmeId={programmeId}
        locale={locale}
        words={savingWords(messages)}
        own={messages['check-in']}
        views={views}
        write={write}
      />
    </>
  )
}

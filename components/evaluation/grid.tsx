import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import type { FieldView } from '#components/draft/field-view.ts'
import type { SavingWords } from '#components/draft/editor-context.ts'
import { ownMarksOf } from '#components/evaluation/own-counts.ts'
import { ScoringEditor, type ScoringEditorProps } from '#components/evaluation/scoring-editor.tsx'
import type { Content } from '#lib/domain/draft.ts'
import type { Scores } from '#lib/domain/evaluation.ts'
import { evaluationComments, evaluationLimits, markName } from '#lib/domain/evaluation-marks.ts'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import type { ShownAfterOwn } from '#lib/domain/round.ts'
import { formatList } from '#lib/i18n/format.ts'
import type { Messages } from '#lib/i18n/messages.ts'

export type ShownCriterion = { id: string; name: Localized; weight: number; anchors: readonly Localized[]; guidance: Localized | null; mayBeNotApplicable: boolean }
type Props = Pick<ScoringEditorProps, 'write'> & {
  person: string
  evaluation: { id: string; version: number; savedAt: Date; content: Content; editable: 'all' | readonly string[]; now: Date }
  round: { shownAfterOwn: ShownAfterOwn }
  criteria: readonly ShownCriterion[]
  own: readonly { solution: string | null; scores: Scores }[]
  nextId: string | null
}

/** The sentences of saving, with those in which an evaluation is no application. */
function savingWords({ draft: { editor }, evaluation: { editor: own } }: Messages): SavingWords {
  const { state, alert, device, field, clash, faults } = editor
  const instead = ({ title, text }: { title: string; text: string }) => ({ title, kept: text, unkept: text })
  return { state: { ...state, gone: own.goneState }, alert: { ...alert, closed: instead(own.closed), gone: instead(own.gone) }, device, field, clash: { ...clash, text: own.clash }, faults: { ...faults, unfit: own.invalid } }
}

/** The grid to fill in, in the reader's language. */
export async function Grid({ person, evaluation, round, criteria, own, nextId, write }: Props) {
  const [t, locale, messages] = await Promise.all([getTranslations('evaluation.comment'), getLocale(), getMessages()])
  const comments = evaluationComments.map((name): FieldView => ({
    name, control: 'prose', section: null, label: t(`${name}.label`), help: t(`${name}.help`), isRequired: false, limit: { of: 'characters', most: evaluationLimits[name] }, options: [], unit: null, least: null, most: null,
  }))
  return (
    <ScoringEditor
      start={{
        person, place: `evaluation ${evaluation.id}`, id: evaluation.id, version: evaluation.version, savedAt: evaluation.version === 0 ? null : evaluation.savedAt.toISOString(),
        content: evaluation.content, editable: evaluation.editable, now: evaluation.now.toISOString(), closesAt: null,
      }}
      locale={locale}
      words={savingWords(messages)}
      grid={{ grid: messages.evaluation.grid, submit: messages.evaluation.submit }}
      criteria={criteria.map(({ id, name, weight, anchors, guidance, mayBeNotApplicable }) => ({
        id, field: markName(id), name: inLocale(name, locale), weight, anchors: anchors.map((text) => inLocale(text, locale)), guidance: guidance && inLocale(guidance, locale), mayBeNotApplicable,
        ...ownMarksOf(id, own, (names) => formatList(names, locale)),
      }))}
      comments={comments}
      showsColleagues={round.shownAfterOwn !== 'nothing'}
      nextId={nextId}
      write={write}
    />
  )
}

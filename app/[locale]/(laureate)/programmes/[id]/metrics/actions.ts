'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { definitionFields } from '#lib/domain/metric-definition.ts'
import { action, text } from '#lib/server/action.ts'
import { changeMeasurement, discardMeasurement, submitMeasurement } from '#lib/server/measurement/change-measurement.ts'
import { correctMeasurement, enterMeasurement } from '#lib/server/measurement/enter-measurement.ts'
import { withEvidence } from '#lib/server/measurement/evidence-action.ts'
import { returnMeasurement, verifyMeasurement } from '#lib/server/measurement/verify-measurement.ts'
import { agreeMetric } from '#lib/server/programme-metric/agree-metric.ts'
import { amendMetric } from '#lib/server/programme-metric/amend-metric.ts'
import { addMetric, removeMetric, shapeMetric } from '#lib/server/programme-metric/shape-metric.ts'

type Where = { programmeId: string; metricId: string }
const show = async ({ programmeId, metricId }: Where, done: string): Promise<never> => redirect(`/${await getLocale()}/programmes/${programmeId}/metrics/${metricId}?done=${done}`)
const definition = (form: FormData) => Object.fromEntries(definitionFields.map((field) => [field, text(form, field)]))
/** Which metric, and the version its writer had in view: another one where they chose to save over it. */
const metricTurn = (form: FormData) => ({ metricId: text(form, 'metricId'), version: text(form, 'over') || text(form, 'version') })
const turn = (form: FormData) => ({ measurementId: text(form, 'measurementId'), version: text(form, 'version') })
const figures = (form: FormData) => Object.fromEntries(['periodStart', 'periodEnd', 'value', 'numerator', 'denominator', 'sd', 'n', 'method', 'note', 'surpriseReason', 'fileId', 'submit'].map((field) => [field, text(form, field)]))
const entered = (where: Where, form: FormData) => show(where, text(form, 'submit') ? 'submitted' : 'draft')

export const add = action({ verb: addMetric, input: (form) => ({ programmeId: text(form, 'programmeId'), ruptureId: text(form, 'ruptureId'), ...definition(form) }), done: ({ id }, form) => show({ programmeId: text(form, 'programmeId'), metricId: id }, 'saved') })
export const shape = action({ verb: shapeMetric, input: (form) => ({ ...metricTurn(form), ...definition(form) }), done: (where) => show(where, 'saved') })
export const amend = action({ verb: amendMetric, input: (form) => ({ ...metricTurn(form), ...definition(form), reason: text(form, 'reason') }), done: (where) => show(where, 'amended') })
export const agree = action({ verb: agreeMetric, input: metricTurn, done: (where) => show(where, where.locked ? 'locked' : 'agreed') })
export const remove = action({
  verb: removeMetric,
  input: (form) => ({ ...metricTurn(form), confirmed: text(form, 'confirmed') }),
  done: async ({ programmeId }) => redirect(`/${await getLocale()}/programmes/${programmeId}/metrics?removed=1`),
})

export const enter = withEvidence(action({ verb: enterMeasurement, input: (form) => ({ metricId: text(form, 'metricId'), key: text(form, 'key'), ...figures(form) }), done: entered }))
export const correct = withEvidence(action({ verb: correctMeasurement, input: (form) => ({ measurementId: text(form, 'measurementId'), key: text(form, 'key'), correctionReason: text(form, 'correctionReason'), ...figures(form) }), done: entered }))
export const change = withEvidence(action({ verb: changeMeasurement, input: (form) => ({ ...turn(form), ...figures(form) }), done: entered }))
export const submit = action({ verb: submitMeasurement, input: turn, done: (where) => show(where, 'submitted') })
export const discard = action({ verb: discardMeasurement, input: turn, done: (where) => show(where, 'discarded') })
export const verify = action({ verb: verifyMeasurement, input: turn, done: (where) => show(where, 'verified') })
export const giveBack = action({ verb: returnMeasurement, input: (form) => ({ ...turn(form), reason: text(form, 'reason') }), done: (where) => show(where, 'returned') })

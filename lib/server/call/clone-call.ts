import { asc, eq } from 'drizzle-orm'
import type { Reader, Transaction } from '#db/client.ts'
import { readCriteria, readEligibility } from '#db/read/call-form.ts'
import { call, callPartner, challenge, challengeRupture, phase } from '#db/schema/call.ts'
import { criterion, eligibilityRule, question } from '#db/schema/form.ts'
import { manager, type Person } from '#lib/domain/access.ts'
import { callInstants } from '#lib/domain/call.ts'
import { newCall } from '#lib/domain/call-settings.ts'
import { shift, shiftDay, shiftInDays, shiftInstant } from '#lib/domain/call-shift.ts'
import { parisDate } from '#lib/domain/calendar.ts'
import { slug as anySlug } from '#lib/domain/slug.ts'
import { loadInitiative, requireFreeSlug } from '#lib/server/call/create-call.ts'
import { loadQuestions } from '#lib/server/call/load-call.ts'
import { command } from '#lib/server/command.ts'
import { Refusal } from '#lib/server/refusal.ts'

type Row = typeof call.$inferSelect
type Move = { day: (day: string | null) => string | null; instant: (at: Date | null) => Date | null }

/** Any call the manager sees, those known from the press included. */
async function loadModel(read: Reader, slug: string): Promise<Row> {
  const [found] = await read.select().from(call).where(eq(call.slug, slug))
  if (!found) throw new Refusal('not-found')
  return found
}

/**
 * Makes a call after another: dates moved by the same number of Paris days at the same hour, challenges with their
 * ruptures, phases, partners, eligibility, grid and questions kept. Sources are not: they speak of the other call.
 */
export const cloneCall = command({
  name: 'call.clone',
  input: newCall.extend({ from: anySlug.catch(''), shift }),
  subject: (read, { from }) => loadModel(read, from),
  may: manager,
  run: async ({ tx, actor, subject: model, note }, { initiative: series, title, slug, shift: by }) => {
    const { id: createdBy, demonstration } = actor as Person
    const { id: initiativeId } = await loadInitiative(tx, series)
    await requireFreeSlug(tx, slug)
    const move = moveBy(model, by)
    const { opensAt, closesAt } = callInstants(model)
    const [opens, closes] = [move.instant(model.opensAt ?? opensAt), move.instant(model.closesAt ?? closesAt)]
    const [made] = await tx
      .insert(call)
      .values({
        initiativeId, title, slug, sourceIds: [], runHere: true, createdBy, demonstration, target: model.target,
        opensAt: opens, closesAt: closes, opensOn: opens && parisDate(opens), closesOn: closes && parisDate(closes), answerOn: move.day(model.answerOn),
        whoMayApply: model.whoMayApply, applicantKinds: model.applicantKinds, staysOpen: model.staysOpen, staysOpenUntil: move.instant(model.staysOpenUntil),
      })
      .returning({ id: call.id })
    const callId = made?.id as string
    await copyPhases(tx, model.id, callId, move)
    await copyChallenges(tx, model.id, callId)
    await copyForm(tx, model.id, callId)
    note({ subject: callId, detail: { from: model.id } })
    return { slug }
  },
})

function moveBy(model: Row, by: Parameters<typeof shiftInDays>[0]): Move {
  const days = shiftInDays(by, (model.opensAt && parisDate(model.opensAt)) ?? model.opensOn ?? model.closesOn ?? parisDate(model.createdAt))
  return { day: (day) => day && shiftDay(day, days), instant: (at) => at && shiftInstant(at, days) }
}

/** Days known from the press become the first and last second of those days; a month alone is left to be filled in. */
async function copyPhases(tx: Transaction, from: string, callId: string, move: Move) {
  const phases = await tx.select().from(phase).where(eq(phase.callId, from)).orderBy(asc(phase.position))
  const rows = phases.map(({ slug, position, title, note: words, sourceId, ...dates }) => {
    const days = callInstants({ opensOn: dates.startsOn, closesOn: dates.endsOn })
    const [startsAt, endsAt] = [move.instant(dates.startsAt ?? days.opensAt), move.instant(dates.endsAt ?? days.closesAt)]
    return { callId, slug, position, title, note: sourceId === null ? words : null, startsAt, endsAt, startsOn: startsAt && parisDate(startsAt), endsOn: endsAt && parisDate(endsAt), datesArePlanned: false }
  })
  if (rows.length > 0) await tx.insert(phase).values(rows)
}

async function copyChallenges(tx: Transaction, from: string, callId: string) {
  const challenges = await tx.select().from(challenge).where(eq(challenge.callId, from)).orderBy(asc(challenge.position))
  const ids = new Map(challenges.map(({ id }) => [id, crypto.randomUUID()]))
  const copies = challenges.map(({ id, slug, position, title, description }) => ({ id: ids.get(id) as string, callId, slug, position, title, description }))
  if (copies.length > 0) await tx.insert(challenge).values(copies)
  const links = await tx.select().from(challengeRupture).where(eq(challengeRupture.callId, from))
  if (links.length > 0) await tx.insert(challengeRupture).values(links.map(({ challengeId, ruptureId, position }) => ({ challengeId: ids.get(challengeId) as string, ruptureId, callId, position })))
  const partners = await tx.select().from(callPartner).where(eq(callPartner.callId, from))
  if (partners.length > 0) await tx.insert(callPartner).values(partners.map(({ organisationId, position, role }) => ({ callId, organisationId, position, role })))
}

async function copyForm(tx: Transaction, from: string, callId: string) {
  const [rules, criteria, questions] = [await readEligibility(tx, from), await readCriteria(tx, from), await loadQuestions(tx, from)]
  if (rules.length > 0) await tx.insert(eligibilityRule).values(rules.map(({ id: _id, ...rest }, position) => Object.assign(rest, { callId, position })))
  if (criteria.length > 0) await tx.insert(criterion).values(criteria.map(({ id: _id, ...rest }, position) => Object.assign(rest, { callId, position })))
  const ids = new Map(questions.map(({ id }) => [id, crypto.randomUUID()]))
  const copies = questions.map(({ id, shownIf, ...rest }, position) => {
    const on = shownIf && ids.get(shownIf.questionId)
    return Object.assign(rest, { id: ids.get(id) as string, callId, position, shownIf: shownIf && on ? { questionId: on, is: shownIf.is } : null })
  })
  if (copies.length > 0) await tx.insert(question).values(copies)
}

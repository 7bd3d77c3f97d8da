import { and, asc, desc, eq, isNotNull } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { call, challenge, challengeRupture } from '#db/schema/call.ts'
import { criterion, eligibilityRule, formVersion } from '#db/schema/form.ts'
import { currentRupture, rupture, ruptureVersion } from '#db/schema/rupture.ts'

/** A call's challenges in order, each with the ruptures it points at as they stand now; two statements. */
export async function readChallenges(read: Reader, callId: string) {
  const [challenges, ruptures] = await Promise.all([
    read
      .select({ id: challenge.id, slug: challenge.slug, title: challenge.title, description: challenge.description })
      .from(challenge)
      .where(eq(challenge.callId, callId))
      .orderBy(asc(challenge.position)),
    read
      .select({ challengeId: challengeRupture.challengeId, id: rupture.id, slug: rupture.slug, versionId: ruptureVersion.id, version: ruptureVersion.version, stage: ruptureVersion.stage, title: ruptureVersion.title })
      .from(challengeRupture)
      .innerJoin(rupture, eq(rupture.id, challengeRupture.ruptureId))
      .innerJoin(currentRupture, eq(currentRupture.ruptureId, rupture.id))
      .innerJoin(ruptureVersion, eq(ruptureVersion.id, currentRupture.ruptureVersionId))
      .where(eq(challengeRupture.callId, callId))
      .orderBy(asc(challengeRupture.position)),
  ])
  const byChallenge = Map.groupBy(ruptures, ({ challengeId }) => challengeId)
  return challenges.map((each) => Object.assign(each, { ruptures: (byChallenge.get(each.id) ?? []).map(({ challengeId: _its, ...rest }) => rest) }))
}

/** Every rupture a challenge may point at, in the order of the pathway. */
export function readRuptureChoices(read: Reader) {
  return read
    .select({ id: rupture.id, slug: rupture.slug, stage: ruptureVersion.stage, title: ruptureVersion.title })
    .from(currentRupture)
    .innerJoin(rupture, eq(rupture.id, currentRupture.ruptureId))
    .innerJoin(ruptureVersion, eq(ruptureVersion.id, currentRupture.ruptureVersionId))
    .orderBy(asc(rupture.position))
}

/** The yes-or-no statements of a call, in order. */
export function readEligibility(read: Reader, callId: string) {
  return read
    .select({ id: eligibilityRule.id, statement: eligibilityRule.statement, reason: eligibilityRule.reason, yesIsEligible: eligibilityRule.yesIsEligible })
    .from(eligibilityRule)
    .where(eq(eligibilityRule.callId, callId))
    .orderBy(asc(eligibilityRule.position))
}

/** The grid of a call, in order: weights out of whatever they add up to, five anchors each, from 1 to 5. */
export function readCriteria(read: Reader, callId: string) {
  return read
    .select({ id: criterion.id, slug: criterion.slug, name: criterion.name, weight: criterion.weight, anchors: criterion.anchors, guidance: criterion.guidance })
    .from(criterion)
    .where(eq(criterion.callId, callId))
    .orderBy(asc(criterion.position))
}

/** Published versions of a call's own questions, newest first, at most this many. */
export function readFormVersions(read: Reader, callId: string, most = 100) {
  return read
    .select({ id: formVersion.id, version: formVersion.version, questions: formVersion.questions, note: formVersion.note, publishedAt: formVersion.publishedAt })
    .from(formVersion)
    .where(eq(formVersion.callId, callId))
    .orderBy(desc(formVersion.version))
    .limit(most)
}

/** When each version of a call's form was published, and what whoever did said of it, newest first. */
function readVersionNotes(read: Reader, callId: string) {
  return read.select({ version: formVersion.version, publishedAt: formVersion.publishedAt, note: formVersion.note }).from(formVersion).where(eq(formVersion.callId, callId)).orderBy(desc(formVersion.version)).limit(100)
}

/** Which call, and what anybody may know of applying to it; null unless it is run here and published. Eight statements. */
export async function readCallForm(read: Reader, slug: string) {
  const [found] = await read
    .select({
      id: call.id, slug: call.slug, title: call.title, target: call.target, opensAt: call.opensAt, closesAt: call.closesAt, answerOn: call.answerOn, publishedAt: call.publishedAt,
      whoMayApply: call.whoMayApply, applicantKinds: call.applicantKinds, staysOpen: call.staysOpen, staysOpenUntil: call.staysOpenUntil, demonstration: call.demonstration,
    })
    .from(call)
    .where(and(eq(call.slug, slug), eq(call.runHere, true), isNotNull(call.publishedAt)))
  if (!found) return null
  const [challenges, eligibility, criteria, [form = null], versions] = await Promise.all([
    readChallenges(read, found.id),
    readEligibility(read, found.id),
    readCriteria(read, found.id),
    readFormVersions(read, found.id, 1),
    readVersionNotes(read, found.id),
  ])
  return { call: found, challenges, eligibility, criteria, form, versions }
}
export type CallForm = NonNullable<Awaited<ReturnType<typeof readCallForm>>>

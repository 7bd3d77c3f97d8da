/**
 * What anyone may read of a published call. A call run elsewhere and read in the press has sources and gaps,
 * a call run here has exact instants; both have this one shape.
 */
import { z } from 'zod'
import { coreFields } from '#lib/domain/application.ts'
import { callStates, challenge, day, finding, partner, phase } from '#lib/domain/call.ts'
import { localized } from '#lib/domain/localized.ts'
import { organisationKinds } from '#lib/domain/organisation.ts'
import { publicLaureate } from '#lib/domain/public-laureate.ts'
import { slug } from '#lib/domain/slug.ts'
import { sourceId } from '#lib/domain/source.ts'
import { stageSlugs } from '#lib/domain/stage.ts'

const sourced = { sourceId: sourceId.nullable() }

/** What the press or the organiser says, or null with a note that says what was looked for. */
const publicFinding = finding.meta({ id: 'Finding' })

const instant = z.iso.datetime()

/** Exact hours are known only for calls run here; days are theirs in Paris. */
const publicPhase = phase.extend({ ...sourced, startsAt: instant.nullable(), endsAt: instant.nullable() }).meta({ id: 'Phase' })
export type PublicPhase = z.infer<typeof publicPhase>

const publicPartner = partner.extend(sourced).meta({ id: 'Partner' })
export type PublicPartner = z.infer<typeof publicPartner>

const challengeRupture = z.object({ slug, title: localized, stage: z.enum(stageSlugs) }).meta({ id: 'ChallengeRupture' })

const publicChallenge = challenge.extend({ ...sourced, description: localized.nullable(), ruptures: z.array(challengeRupture) }).meta({ id: 'Challenge' })
export type PublicChallenge = z.infer<typeof publicChallenge>

/** A deadline that was moved; the reason is in the words of whoever moved it. */
const deadlineChange = z.object({ from: instant, to: instant, reason: z.string(), changedAt: instant }).meta({ id: 'DeadlineChange' })

export const publicCall = z
  .object({
    slug,
    initiative: z.object({ slug, title: localized }),
    edition: z.int().nullable(),
    title: localized,
    external: z.boolean(),
    externalNote: localized.nullable(),
    demonstration: z.boolean(),
    /** True when applications come in on this portal. What follows from it is empty or null otherwise. */
    runHere: z.boolean(),
    publishedAt: instant.nullable(),
    state: z.enum(callStates),
    opensOn: day.nullable(),
    opensOnNote: localized.nullable(),
    closesOn: day.nullable(),
    opensAt: instant.nullable(),
    closesAt: instant.nullable(),
    deadlineChanges: z.array(deadlineChange),
    /** How often other dates changed since they were published, and when last. */
    dateChanges: z.int(),
    datesChangedAt: instant.nullable(),
    /** The day the answer is promised for, in Paris. */
    answerOn: day.nullable(),
    whoMayApply: localized.nullable(),
    applicantKinds: z.array(z.enum(organisationKinds)),
    /** Fields applicants may still change after the deadline, and until when. */
    staysOpen: z.array(z.enum(coreFields)),
    staysOpenUntil: instant.nullable(),
    target: publicFinding,
    phases: z.array(publicPhase),
    challenges: z.array(publicChallenge),
    themes: z.array(localized),
    themesSourceId: sourceId.nullable(),
    partners: z.array(publicPartner),
    partnersNote: localized.nullable(),
    applications: z.object({ received: z.int().nullable(), approximate: z.boolean(), sourceId: sourceId.nullable(), note: localized.nullable() }),
    eligibility: publicFinding,
    selectionCriteria: publicFinding,
    outcomes: publicFinding,
    budget: z.object({ euros: z.int(), sourceId: sourceId.nullable() }).nullable(),
    laureates: z.array(publicLaureate),
    laureatesComplete: z.boolean(),
    laureatesNote: localized.nullable(),
    sourceIds: z.array(sourceId),
  })
export type PublicCall = z.infer<typeof publicCall>

/**
 * What anyone may read of a published call. A call run elsewhere and read in the press has sources and gaps,
 * a call run here has exact instants; both have this one shape.
 */
import { z } from 'zod'
import { callStates, challenge, day, finding, partner, phase } from '#lib/domain/call.ts'
import { localized } from '#lib/domain/localized.ts'
import { publicLaureate } from '#lib/domain/public-laureate.ts'
import { slug } from '#lib/domain/slug.ts'
import { sourceId } from '#lib/domain/source.ts'

const sourced = { sourceId: sourceId.nullable() }

/** What the press or the organiser says, or null with a note that says what was looked for. */
const publicFinding = finding.meta({ id: 'Finding' })

const publicPhase = phase.extend(sourced).meta({ id: 'Phase' })
export type PublicPhase = z.infer<typeof publicPhase>

const publicPartner = partner.extend(sourced).meta({ id: 'Partner' })
export type PublicPartner = z.infer<typeof publicPartner>

const publicChallenge = challenge.extend({ ...sourced, description: localized.nullable() }).meta({ id: 'Challenge' })

export const publicCall = z
  .object({
    slug,
    initiative: z.object({ slug, title: localized }),
    edition: z.int().nullable(),
    title: localized,
    external: z.boolean(),
    externalNote: localized.nullable(),
    demonstration: z.boolean(),
    state: z.enum(callStates),
    opensOn: day.nullable(),
    opensOnNote: localized.nullable(),
    closesOn: day.nullable(),
    opensAt: z.iso.datetime().nullable(),
    closesAt: z.iso.datetime().nullable(),
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

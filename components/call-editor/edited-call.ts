import type { CallPart } from '#lib/domain/call-settings.ts'
import type { Localized } from '#lib/domain/localized.ts'
import type { OrganisationKind } from '#lib/domain/organisation.ts'
import type { Need } from '#lib/domain/publishing.ts'
import type { Question } from '#lib/domain/question.ts'
import type { StageSlug } from '#lib/domain/stage.ts'

type Words = Localized | null

/** A call as its managers settle it; the shape of `call.show-settings`. */
export type EditedCall = {
  call: {
    slug: string
    title: Localized
    edition: number | null
    target: Words
    version: number
    publishedAt: Date | null
    opensAt: Date | null
    closesAt: Date | null
    answerOn: string | null
    whoMayApply: Words
    applicantKinds: OrganisationKind[]
    staysOpen: string[]
    staysOpenUntil: Date | null
    demonstration: boolean
  }
  phases: { id: string; title: Localized; startsAt: Date | null; endsAt: Date | null; note: Words }[]
  partners: { organisationId: string; name: string; kind: OrganisationKind; role: Localized }[]
  challenges: { id: string; title: Localized; description: Words; ruptures: { id: string; slug: string; title: Localized }[] }[]
  eligibility: { id: string; statement: Localized; reason: Localized; yesIsEligible: boolean }[]
  criteria: { id: string; name: Localized; weight: number; anchors: Localized[]; guidance: Words }[]
  questions: Question[]
  needs: Need[]
  advice: Need[]
  settled: Record<CallPart, 'opening' | 'closing' | null>
  now: Date
}

export type RuptureChoice = { id: string; slug: string; stage: StageSlug; title: Localized }

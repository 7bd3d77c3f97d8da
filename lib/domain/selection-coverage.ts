/** What a set of candidates covers together, laureates being a set: advice, never an automatic constraint. */
import type { RankedApplication } from '#lib/domain/ranking.ts'

/** Everything the call is about, so that what is left out can be named. */
export type CallScope = { ruptures: readonly string[]; stages: readonly string[]; challenges: readonly string[]; regions: readonly string[] }

export type Covered = { id: string; applicationIds: string[] }

export type SelectionCoverage = {
  /** `applicationIds` with the rupture as primary claim, `secondaryIds` as a further one. */
  ruptures: (Covered & { secondaryIds: string[] })[]
  stages: Covered[]
  challenges: Covered[]
  regions: Covered[]
  /** Ruptures of the call that nobody in the set claims to mend. */
  rupturesWithoutBridge: string[]
  /** Candidates that answer no challenge, or whose region is not known. */
  withoutChallenge: string[]
  withoutRegion: string[]
}

/**
 * The call's own order is kept; what candidates bring besides follows, by identifier. Candidates unknown among the
 * applications are passed over; the order of candidates does not matter.
 */
export function selectionCoverage(candidateIds: readonly string[], applications: readonly RankedApplication[], scope: CallScope): SelectionCoverage {
  const wanted = new Set(candidateIds)
  const set = applications.filter(({ id }) => wanted.has(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const covered = (all: readonly string[], of: (application: RankedApplication) => readonly string[]): Covered[] => {
    const brought = [...new Set(set.flatMap(of))].filter((id) => !all.includes(id)).sort()
    return [...new Set(all), ...brought].map((id) => ({ id, applicationIds: set.filter((application) => of(application).includes(id)).map((application) => application.id) }))
  }
  const claimed = covered(scope.ruptures, ({ ruptures }) => ruptures)
  return {
    ruptures: claimed.map(({ id, applicationIds }) => {
      const primary = set.filter(({ ruptures }) => ruptures[0] === id).map((application) => application.id)
      return { id, applicationIds: primary, secondaryIds: applicationIds.filter((application) => !primary.includes(application)) }
    }),
    stages: covered(scope.stages, ({ stages }) => stages),
    challenges: covered(scope.challenges, ({ challenge }) => (challenge === null ? [] : [challenge])),
    regions: covered(scope.regions, ({ region }) => (region === null ? [] : [region])),
    rupturesWithoutBridge: claimed.filter(({ id, applicationIds }) => applicationIds.length === 0 && scope.ruptures.includes(id)).map(({ id }) => id),
    withoutChallenge: set.filter(({ challenge }) => challenge === null).map(({ id }) => id),
    withoutRegion: set.filter(({ region }) => region === null).map(({ id }) => id),
  }
}

import type { Case } from '#tests/access/verb-case.ts'
import { applicationVerbs } from '#tests/access/verbs-application.ts'
import { callVerbs } from '#tests/access/verbs-call.ts'
import { judgingVerbs } from '#tests/access/verbs-judging.ts'
import { peopleVerbs } from '#tests/access/verbs-people.ts'
import { programmeVerbs } from '#tests/access/verbs-programme.ts'
import { publicVerbs } from '#tests/access/verbs-public.ts'

/** Every verb of lib/server, with who gets what. A verb that is missing here, or named twice, fails the suite. */
export const listed: readonly (readonly [name: string, cases: readonly Case[]])[] = [publicVerbs, peopleVerbs, callVerbs, applicationVerbs, judgingVerbs, programmeVerbs].flatMap((verbs) => Object.entries(verbs))
export const verbs: Readonly<Record<string, readonly Case[]>> = Object.fromEntries(listed)

/**
 * Verbs that trust whoever calls them, for they may not be reached from outside: the sign-in journey, the seed and the
 * console call them. Nothing under app/ may.
 */
export const innerVerbs: ReadonlySet<string> = new Set([
  'demonstration.found', 'demonstration.reach', 'demonstration.stage', 'demonstration.welcome', 'file.add', 'session.open', 'session.prolong', 'sign-in.person-of-identity', 'sign-in.prepare-first-administrator', 'sign-in.with-identity',
])

import type { TransactionSql } from 'postgres'
import type { ChosenApplication } from '#lib/domain/screening.ts'
import { judgeApplications } from '#lib/server/screening/judge-applications.ts'
import { screenApplications } from '#lib/server/screening/screen-applications.ts'
import { undoScreening } from '#lib/server/screening/undo-screening.ts'
import { makeWorld, type World } from '#tests/access/world.ts'
import { admin } from '#tests/db/database.ts'
import type { TestCall } from '#tests/db/deposited.ts'

/** A manager before the table of a call, for tests about screening. */
export let world: World
export async function sitDown(): Promise<void> {
  world = await makeWorld(admin)
}
export const as = (persona: 'manager' | 'manager-2' | 'rival' | 'founder' | 'admin' | 'laureate') => ({ personId: world.people[persona].id })
export type Search = Record<string, string | string[]>
export const screen = (call: TestCall, search: Search = {}) => screenApplications(as('manager'), { slug: call.slug, search })
export const solutions = async (call: TestCall, search: Search = {}) => (await screen(call, search)).rows.map(({ solution }) => solution)
/** What stands in the table now, to choose from. */
export const chosenOf = async (call: TestCall, ...names: string[]): Promise<ChosenApplication[]> =>
  (await screen(call)).rows.filter(({ solution }) => names.includes(solution)).map(({ id, mark }) => ({ id, mark }))
export const judge = async (call: TestCall, names: string[], eligibility: 'pending' | 'eligible' | 'ineligible', motive?: string) =>
  judgeApplications(as('manager'), { slug: call.slug, chosen: await chosenOf(call, ...names), eligibility, ...(motive !== undefined && { motive }) })
export const undo = (call: TestCall, batchId: string, persona: 'manager' | 'manager-2' = 'manager') => undoScreening(as(persona), { slug: call.slug, batchId })
export const eligibilities = async (call: TestCall) => Object.fromEntries((await screen(call, { sort: 'solution' })).rows.map(({ solution, eligibility, motive }) => [solution, motive ? `${eligibility}: ${motive}` : eligibility]))

/** Something its owner does, who from now on is the founder too. */
export async function asOwner(applicationId: string, work: (tx: TransactionSql, id: string) => Promise<unknown>): Promise<void> {
  await admin`insert into membership (organisation_id, person_id, role) select organisation_id, ${world.people.founder.id}, 'owner' from application where id = ${applicationId}`
  await admin.begin(async (tx) => {
    await tx`select portal.begin(${world.people.founder.id}::uuid)`
    await work(tx, applicationId)
  })
}

export const changed = { code: 'conflict', reason: 'screening-changed' }
export const notFound = { code: 'not-found' }

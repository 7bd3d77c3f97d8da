import type { Sql } from 'postgres'
import { addWriters, type Writer } from '#tests/bench/writers.ts'
import { addManager } from '#tests/bench/applications.ts'
import { type MadeProgramme, makeProgramme, monthsAgo } from '#tests/factories/programme.ts'

export type BenchLaureate = Writer & { programme: MadeProgramme; period: { periodStart: string; periodEnd: string } }

/** Start-ups in the fifth month of their programme, signed in, each with one locked metric and no measurement. */
export async function addLaureates(admin: Sql, count: number): Promise<BenchLaureate[]> {
  const { personId: managerId } = await addManager(admin)
  const period = { periodStart: await monthsAgo(admin, 3), periodEnd: await monthsAgo(admin, 2) }
  const laureates: BenchLaureate[] = []
  for (const writer of await addWriters(admin, count)) {
    const programme = await makeProgramme(admin, { organisationId: writer.organisationId, managerId, laureateId: writer.personId })
    laureates.push({ ...writer, programme, period })
  }
  return laureates
}

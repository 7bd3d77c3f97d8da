import { type Person, signedIn } from '#lib/domain/access.ts'
import { parisDate } from '#lib/domain/calendar.ts'
import { command } from '#lib/server/command.ts'
import { askedProgramme, loadSide, noteFollower } from '#lib/server/programme/load-side.ts'
import { readReport } from '#lib/server/programme-report/read-reports.ts'
import { Refusal } from '#lib/server/refusal.ts'

/**
 * One laureate on a page, for its own people, its mentors and its managers: what was submitted, never what is still somebody's
 * own paper. That somebody else opened it is written down, once a day. Throws `not-found`.
 */
export const showReport = command({
  name: 'programme.report',
  unrecorded: true,
  input: askedProgramme,
  subject: (read, { programmeId }, actor) => loadSide(read, programmeId, actor),
  may: signedIn,
  run: async ({ tx, actor, subject, now }, { programmeId }) => {
    const { call, side } = subject
    await noteFollower(tx, subject, actor as Person, 'programme', now)
    const today = parisDate(now)
    const laureate = await readReport(tx, call.slug, programmeId, today)
    if (laureate === null) throw new Refusal('not-found')
    return { now, today, side, call, laureate }
  },
})
export type Report = Awaited<ReturnType<typeof showReport>>

import { asc, eq } from 'drizzle-orm'
import { phase } from '#db/schema/call.ts'
import { manager } from '#lib/domain/access.ts'
import { type Calendar, calendar, followCall, isSameSecond } from '#lib/domain/call-settings.ts'
import { parisDate } from '#lib/domain/calendar.ts'
import { canonicalJson } from '#lib/domain/canonical-json.ts'
import type { Localized } from '#lib/domain/localized.ts'
import { freshSlug } from '#lib/domain/slug.ts'
import { type CallRow, loadCall, requireKnown, takeTurn, turn } from '#lib/server/call/load-call.ts'
import { command } from '#lib/server/command.ts'
import { type Fault, Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/**
 * Saves the calendar; phases that begin or end with the call follow it. Codes are those of `calendar`; once the call is published its closing is moved in its own place,
 * with a reason applicants read (`moved-elsewhere`), and its opening no more once it has opened (`already-open`).
 */
export const saveCalendar = command({
  name: 'call.save-calendar',
  input: z.intersection(z.object(turn), calendar),
  subject: (read, { slug }) => loadCall(read, slug),
  may: manager,
  run: async ({ tx, subject, now, note }, { version, phases, ...dates }) => {
    requireSamePromises(subject, dates, now)
    const before = await tx.select({ id: phase.id, slug: phase.slug, title: phase.title, startsAt: phase.startsAt, endsAt: phase.endsAt }).from(phase).where(eq(phase.callId, subject.id)).orderBy(asc(phase.position))
    requireKnown(phases, before)
    const taken = new Set(before.map(({ slug }) => slug))
    const rows = followCall(phases, subject, dates).map(({ id, title, startsAt, endsAt, note: words }, position) => {
      const slug = before.find((each) => each.id === id)?.slug ?? freshSlug(title.fr, taken, 'phase')
      taken.add(slug)
      return { id: id ?? crypto.randomUUID(), callId: subject.id, slug, position, title, note: words, startsAt, endsAt, startsOn: dayOf(startsAt), endsOn: dayOf(endsAt), datesArePlanned: false }
    })
    const isAnnounced = subject.publishedAt !== null && announced({ ...subject, phases: before }) !== announced({ ...dates, phases: rows })
    await takeTurn(tx, subject, version, {
      ...instants(subject, dates), opensOn: dayOf(dates.opensAt), closesOn: dayOf(dates.closesAt), answerOn: dates.answerOn,
      ...(isAnnounced && { dateChanges: subject.dateChanges + 1, datesChangedAt: now }),
    })
    await tx.delete(phase).where(eq(phase.callId, subject.id))
    if (rows.length > 0) await tx.insert(phase).values(rows)
    note({ subject: subject.id, detail: { version: version + 1 } })
  },
})

type Dates = Omit<Calendar, 'phases'>

function requireSamePromises({ publishedAt, ...kept }: CallRow, { opensAt, closesAt, answerOn }: Dates, now: Date): void {
  if (publishedAt === null) return
  const faults: Fault[] = []
  if (!isSameSecond(closesAt, kept.closesAt)) faults.push({ path: 'closesAt', code: 'moved-elsewhere' })
  if (!isSameSecond(opensAt, kept.opensAt)) {
    if (kept.opensAt !== null && now >= kept.opensAt) faults.push({ path: 'opensAt', code: 'already-open' })
    else if (opensAt === null) faults.push({ path: 'opensAt', code: 'missing' })
  }
  if (answerOn === null) faults.push({ path: 'answerOn', code: 'missing' })
  if (faults.length > 0) throw new Refusal('invalid', { faults })
}

type Announced = Pick<Dates, 'opensAt' | 'answerOn'> & { phases: readonly { slug: string; title: Localized; startsAt: Date | null; endsAt: Date | null }[] }

/** What agendas show of a calendar, to the second; the deadline is told of in its own place. */
function announced({ opensAt, answerOn, phases }: Announced): string {
  const second = (instant: Date | null) => instant && Math.floor(instant.getTime() / 1000)
  return canonicalJson({ opensAt: second(opensAt), answerOn, phases: phases.map(({ slug, title, startsAt, endsAt }) => ({ slug, title, startsAt: second(startsAt), endsAt: second(endsAt) })) })
}

/** A screen knows seconds: an instant that was not touched keeps its fractions. */
function instants(kept: CallRow, { opensAt, closesAt }: Dates) {
  return { opensAt: isSameSecond(opensAt, kept.opensAt) ? kept.opensAt : opensAt, closesAt: isSameSecond(closesAt, kept.closesAt) ? kept.closesAt : closesAt }
}

function dayOf(instant: Date | null): string | null {
  return instant && parisDate(instant)
}

import type { Transaction } from '#db/client.ts'
import type { Actor, Person } from '#lib/domain/access.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { pageAddress, writeMails } from '#lib/server/mail/write-mail.ts'
import { invitationMail, type MailedEvent } from '#lib/server/mentoring-session/session-invitation.ts'
import type { SeenProgramme } from '#lib/server/programme/load-side.ts'
import { programmeAddressees } from '#lib/server/programme/programme-addressees.ts'

type Kind = 'sessionProposed' | 'sessionAgreed' | 'sessionReopened' | 'sessionCancelled'
/** Which session, its mentor, and what of it. `event`: what agendas are told with the mail, where a time was agreed. */
type Told = { id: string; mentorPersonId: string; kind: Kind; event?: MailedEvent }

/** The event a change leaves: one more in sequence than the session had. */
export function changedEvent({ place, minutes, sequence }: Pick<MailedEvent, 'place' | 'minutes' | 'sequence'>, startsAt: Date, cancelled: boolean, changedAt: Date): MailedEvent {
  return { place, minutes, startsAt, cancelled, changedAt, sequence: sequence + 1 }
}

/** Tells the other side by mail that something of a session changed, never what it is about. */
export async function tellOtherSide(tx: Transaction, actor: Actor, seen: SeenProgramme, told: Told): Promise<void> {
  await tell(tx, actor, seen, seen.side === 'laureate' ? 'mentor' : 'laureate', told)
}

/** Tells one's own side, oneself included: an agreed time stands in their agendas as well. */
export async function tellOwnSide(tx: Transaction, actor: Actor, seen: SeenProgramme, told: Told): Promise<void> {
  await tell(tx, actor, seen, seen.side === 'laureate' ? 'laureate' : 'mentor', told)
}

async function tell(tx: Transaction, actor: Actor, { programme, call, side }: SeenProgramme, to: 'laureate' | 'mentor', { id, mentorPersonId, kind, event }: Told): Promise<void> {
  const { id: personId, email, locale: own } = actor as Person
  const others = (await programmeAddressees(tx, programme.id, to)).filter((each) => to === 'laureate' || each.personId === mentorPersonId)
  const all = (side === 'laureate') === (to === 'laureate') ? [...others, { personId, email, locale: own }] : others
  await writeMails(tx, all, personId, (locale) => ({
    kind, values: { solution: programme.solution, call: inLocale(call.title, locale), link: pageAddress(locale, `/programmes/${programme.id}/sessions#session-${id}`) },
  }), null, event && ((each) => invitationMail({ ...event, id, programmeId: programme.id, solution: programme.solution }, each)))
}

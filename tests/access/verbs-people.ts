import type { Persona } from '#tests/access/routes.ts'
import { anyone, type Case, forAll, nothing, only, onlySignedIn, signedIn, theHospital } from '#tests/access/verb-case.ts'
import { somebodies, type World } from '#tests/access/world.ts'

const theWebhook = ({ webhook }: World) => ({ webhookId: webhook.id })
const somebody = ({ people }: Pick<World, 'people'>, asker: Persona) => people[asker === 'visitor' ? 'founder' : asker]
const theInvitation = ({ invitation }: World) => ({ invitationId: invitation.id })
const theMentorsSeat = ({ people }: World) => ({ membershipId: people.mentor.seatId })
const theFounder = ({ people }: World) => ({ personId: people.founder.id })
const form = { name: 'A house', kind: 'start-up', siren: '732829320', domains: 'house.example' }
const ownersWithoutSuccessor = Object.fromEntries(somebodies.map((persona) => [persona, 'conflict' as const]))

/** Verbs about people, their organisations, sessions and mails, and the instance. */
export const peopleVerbs: Readonly<Record<string, readonly Case[]>> = {
  'audit.list': [{ input: nothing, outcome: onlySignedIn('admin') }],
  'audit.verify': [{ input: nothing, outcome: onlySignedIn('admin') }],
  'calendar.close': [{ input: nothing, outcome: signedIn }],
  'calendar.open': [{ input: nothing, outcome: signedIn, changes: ['calendar_feed'] }],
  'calendar.person': [{ input: () => ({ token: 'nobody-s' }), outcome: forAll('not-found') }],
  'calendar.show': [{ input: nothing, outcome: signedIn }],
  'demonstration.found': [{ input: () => ({ slug: `found-${crypto.randomUUID()}`, title: { fr: 'Une', en: 'One' }, summary: { fr: 'Une', en: 'One' }, field: 'sante-mentale' }), outcome: onlySignedIn('manager', 'manager-2'), changes: ['initiative'] }],
  'demonstration.reach': [{ input: () => ({ stage: crypto.randomUUID(), seed: 1 }), outcome: onlySignedIn('manager', 'manager-2'), changes: ['instance'] }],
  'demonstration.sign-in': [{ input: () => ({ persona: 'founder' }), outcome: anyone, changes: ['session'] }],
  'demonstration.stage': [{ input: nothing, outcome: anyone }],
  'demonstration.welcome': [{ input: () => ({ email: 'founder@demonstration.example', name: 'A', locale: 'fr', administrator: true }), outcome: anyone, unrecorded: true }],
  'instance.show': [{ input: nothing, outcome: anyone }],
  'invitation.accept': [{ input: theInvitation, outcome: only('laureate'), changes: ['invitation', 'membership'] }],
  'invitation.decline': [{ input: theInvitation, outcome: only('laureate'), changes: ['invitation'] }],
  'invitation.find': [{ input: ({ invitation: { token } }) => ({ token }), outcome: onlySignedIn('laureate') }],
  'invitation.revoke': [{ input: theInvitation, outcome: only('scorer', 'admin'), changes: ['invitation'] }],
  'invitation.send': [
    { input: (world) => ({ ...theHospital(world), email: 'new@house.example', role: 'member', locale: 'fr' }), outcome: only('scorer', 'admin'), changes: ['invitation', 'mail'] },
    { about: 'to somebody who sits there', input: (world) => ({ ...theHospital(world), email: world.people.mentor.email, role: 'owner', locale: 'fr' }), outcome: { ...forAll('not-found'), scorer: 'conflict', admin: 'conflict' }, changes: ['invitation', 'mail'] },
  ],
  // The mailbox is closed, as everywhere but in a demonstration without a mail server.
  'mail.list': [{ input: nothing, outcome: forAll('not-found') }],
  'mail.read': [{ input: ({ people }, asker) => ({ id: somebody({ people }, asker).mailId }), outcome: forAll('not-found') }],
  'membership.change-role': [
    { input: (world) => ({ ...theMentorsSeat(world), role: 'owner' }), outcome: only('scorer', 'admin'), changes: ['membership'] },
    { about: 'of the last owner', input: ({ people }) => ({ membershipId: people.scorer.seatId, role: 'member' }), outcome: { ...forAll('not-found'), scorer: 'conflict', admin: 'conflict' }, changes: ['membership'] },
  ],
  'membership.leave': [{ input: theHospital, outcome: { ...onlySignedIn('mentor'), scorer: 'conflict' }, changes: ['membership'] }],
  'membership.remove': [{ input: theMentorsSeat, outcome: only('scorer', 'admin'), changes: ['membership'] }],
  'membership.transfer': [{ input: theMentorsSeat, outcome: only('scorer'), changes: ['membership'] }],
  'organisation.close': [
    { input: ({ emptyHouse }) => ({ organisationId: emptyHouse.id, confirmed: 'yes' }), outcome: only('conflicted'), changes: ['membership', 'organisation'] },
    { about: 'that promised something to a laureate', input: (world) => ({ ...theHospital(world), confirmed: 'yes' }), outcome: { ...forAll('not-found'), scorer: 'conflict' } },
  ],
  'organisation.create': [
    { input: () => form, outcome: signedIn, changes: ['membership', 'organisation', 'organisation_domain'] },
    { about: 'confirmed by the register', input: () => ({ ...form, identity: 'confirmed' }), outcome: signedIn, changes: ['membership', 'organisation', 'organisation_domain'] },
    { about: 'an operator', input: () => ({ ...form, kind: 'operator' }), outcome: onlySignedIn('admin'), changes: ['membership', 'organisation', 'organisation_domain'] },
  ],
  'organisation.list': [{ input: nothing, outcome: onlySignedIn('admin') }],
  'organisation.list-mine': [{ input: nothing, outcome: signedIn }],
  'organisation.look-up-company': [{ input: () => ({ siren: '732829320' }), outcome: signedIn }],
  'organisation.show': [{ input: ({ organisations }) => ({ id: organisations.hospital }), outcome: onlySignedIn('scorer', 'mentor', 'admin') }],
  'organisation.update': [
    { input: (world) => ({ ...theHospital(world), ...form, kind: 'hospital' }), outcome: only('scorer', 'admin'), changes: ['organisation', 'organisation_domain'] },
    { about: 'into an operator', input: (world) => ({ ...theHospital(world), ...form, kind: 'operator' }), outcome: only('admin'), changes: ['organisation', 'organisation_domain'] },
  ],
  'person.delete': [{ input: () => ({ confirmed: 'yes' }), outcome: { ...onlySignedIn(), ...ownersWithoutSuccessor, mentor: 'ok', 'manager-2': 'ok', admin: 'ok' }, changes: (asker) => [...(asker === 'admin' ? [] : ['membership']), 'identity', 'mail', 'person', 'session'] }],
  'person.disable': [{ input: theFounder, outcome: only('admin'), changes: ['person'] }],
  'person.enable': [{ input: ({ disabled }) => ({ personId: disabled.id }), outcome: only('admin'), changes: ['person'] }],
  'person.end-session': [
    { about: 'their own', input: (world, asker) => ({ sessionId: somebody(world, asker).sessionId }), outcome: signedIn, changes: ['session'] },
    { about: 'the founder’s', input: ({ people }) => ({ sessionId: people.founder.sessionId }), outcome: onlySignedIn('founder'), changes: ['session'] },
  ],
  'person.end-sessions': [{ input: nothing, outcome: signedIn, changes: ['session'] }],
  'person.export': [{ input: nothing, outcome: signedIn }],
  'person.list': [{ input: nothing, outcome: onlySignedIn('admin') }],
  'person.list-sole-ownerships': [{ input: nothing, outcome: signedIn }],
  'person.make-administrator': [{ input: theFounder, outcome: only('admin'), changes: ['person'] }],
  'person.show-account': [{ input: nothing, outcome: signedIn }],
  'person.update': [{ input: () => ({ name: 'A new name', locale: 'en' }), outcome: signedIn, changes: ['person'] }],
  'person.withdraw-administrator': [{ input: ({ people }) => ({ personId: people.admin.id }), outcome: only('admin'), changes: ['person'] }],
  'session.end': [{ input: (world, asker) => ({ token: somebody(world, asker).token }), outcome: anyone, changes: ['session'] }],
  'session.open': [{ input: ({ people: { founder } }) => ({ token: `elsewhere-${founder.token}`, personId: founder.id }), outcome: anyone, changes: ['session'] }],
  'session.prolong': [{ input: ({ people }) => ({ token: people.founder.token }), outcome: anyone, unrecorded: true, changes: ['session'] }],
  'session.resume': [{ input: nothing, outcome: anyone }],
  'sign-in.become-first-administrator': [{ about: 'when there is one', input: () => ({ token: 'any', email: 'first@house.example', name: 'First', locale: 'fr' }), outcome: anyone }],
  'sign-in.person-of-identity': [{ input: ({ people: { founder } }) => ({ provider: founder.provider, subject: founder.subject }), outcome: anyone }],
  'sign-in.prepare-first-administrator': [{ about: 'when there is one', input: nothing, outcome: anyone, unrecorded: true }],
  'sign-in.redeem-code': [{ input: ({ signIn: { email, code } }) => ({ email, code }), outcome: anyone, changes: ['session', 'sign_in_request'] }],
  'sign-in.redeem-link': [{ input: ({ signIn: { token } }) => ({ token }), outcome: anyone, changes: ['session', 'sign_in_request'] }],
  'sign-in.request': [{ input: ({ people }) => ({ email: people.rival.email, locale: 'fr', returnTo: null }), outcome: anyone, changes: ['mail', 'sign_in_request'] }],
  'sign-in.with-identity': [{ input: ({ people: { founder } }) => ({ provider: 'world', subject: founder.id, email: `${founder.id}@house.example`, addressIsVerified: true, name: 'New', locale: 'fr' }), outcome: anyone, changes: ['identity', 'person'] }],
  'webhook.add': [{ input: ({ webhook }) => ({ address: `https://canary.example/${webhook.id}`, events: ['decision.released'] }), outcome: onlySignedIn('admin'), changes: ['webhook'] }],
  'webhook.disable': [{ input: theWebhook, outcome: only('admin') }],
  'webhook.enable': [{ input: theWebhook, outcome: only('admin'), changes: ['webhook'] }],
  'webhook.list': [{ input: nothing, outcome: onlySignedIn('admin') }],
  'webhook.remove': [{ input: theWebhook, outcome: only('admin'), changes: ['webhook', 'webhook_delivery'] }],
  'webhook.replay': [{ input: ({ webhook }) => ({ deliveryId: webhook.deliveryId }), outcome: only('admin'), changes: ['webhook_delivery'] }],
  'webhook.rotate': [{ input: theWebhook, outcome: only('admin'), changes: ['webhook'] }],
  'webhook.show': [{ input: theWebhook, outcome: onlySignedIn('admin') }],
}

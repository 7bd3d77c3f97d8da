import { anyone, type Case, forAll, managers, managersSignedIn, nothing, onlySignedIn, parisIn, theTable, words } from '#tests/access/verb-case.ts'
import type { World } from '#tests/access/world.ts'

const fresh = () => `made-${crypto.randomUUID().slice(0, 20)}`
const turn = ({ preparing: { slug, version } }: World) => ({ slug, version })
const asked = { label: words, help: null, required: true, audience: 'jury', shownIf: '', options: [], unit: null, least: '', most: '', limit: '80' }
const whole = ['call', 'call_partner', 'challenge', 'challenge_rupture', 'criterion', 'eligibility_rule', 'phase', 'question'] as const

/** Verbs that prepare a call and set its deadline. */
export const callVerbs: Readonly<Record<string, readonly Case[]>> = {
  'call.clone': [
    { about: 'one known from the press', input: () => ({ from: 'impact-1', initiative: 'impact', title: words, slug: fresh(), shift: { unit: 'years', by: 6 } }), outcome: managersSignedIn, changes: ['call', 'call_partner', 'challenge', 'phase'] },
    { about: 'one being prepared', input: ({ preparing }) => ({ from: preparing.slug, initiative: 'impact', title: words, slug: fresh(), shift: { unit: 'weeks', by: 52 } }), outcome: managers, changes: whole },
  ],
  'call.create': [{ input: () => ({ initiative: 'impact', title: words, slug: fresh() }), outcome: managersSignedIn, changes: ['call'] }],
  'call.discard': [
    { input: (world) => ({ ...turn(world), confirmed: 'yes' }), outcome: managers, changes: whole },
    { about: 'a published one', input: ({ openCall }) => ({ slug: openCall.slug, version: 0, confirmed: 'yes' }), outcome: { ...managersSignedIn, manager: 'closed', 'manager-2': 'closed' } },
  ],
  'call.list': [{ input: nothing, outcome: anyone }],
  'call.list-managed': [{ input: nothing, outcome: managersSignedIn }],
  'call.list-models': [{ input: nothing, outcome: managersSignedIn }],
  'call.propose-rubric': [{ about: 'where there is one', input: turn, outcome: { ...managers, manager: 'conflict', 'manager-2': 'conflict' } }],
  'call.publish': [{ input: turn, outcome: managers, changes: ['call', 'form_version', 'organisation'] }],
  'call.save-calendar': [{ input: (world) => ({ ...turn(world), opensAt: '2031-03-10T09:00', closesAt: '2031-04-20T17:00', answerOn: '2031-06-10', phases: [{ id: null, title: words, startsAt: '2031-03-10T09:00', endsAt: '', note: null }] }), outcome: managers, changes: ['call', 'phase'] }],
  'call.save-challenges': [{ input: (world) => ({ ...turn(world), challenges: [{ id: world.preparing.challengeId, title: words, description: null, ruptureIds: [] }] }), outcome: managers, changes: ['call', 'challenge', 'challenge_rupture'] }],
  'call.save-eligibility': [{ input: (world) => ({ ...turn(world), rules: [{ id: null, statement: words, reason: words, yesIsEligible: true }], whoMayApply: words, applicantKinds: ['start-up'] }), outcome: managers, changes: ['call', 'eligibility_rule'] }],
  'call.save-freeze': [{ input: (world) => ({ ...turn(world), staysOpen: ['links'], staysOpenUntil: '2031-05-01T12:00' }), outcome: managers, changes: ['call'] }],
  'call.save-partners': [{ input: (world) => ({ ...turn(world), partners: [{ organisationId: world.organisations.foundation, role: words }] }), outcome: managers, changes: ['call', 'call_partner'] }],
  'call.save-presentation': [{ input: (world) => ({ ...turn(world), title: words, edition: '3', target: words }), outcome: managers, changes: ['call'] }],
  'call.save-rubric': [{ input: (world) => ({ ...turn(world), criteria: [{ id: null, name: words, weight: '100', anchors: [words, words, words, words, words], guidance: null }] }), outcome: managers, changes: ['call', 'criterion'] }],
  'call.show': [
    { input: () => ({ slug: 'impact-1' }), outcome: anyone },
    { about: 'one that is not published', input: ({ call }) => ({ slug: call.slug }), outcome: forAll('not-found') },
  ],
  'call.show-all': [{ input: nothing, outcome: anyone }],
  'call.show-form': [
    { input: theTable, outcome: anyone },
    { about: 'of one being prepared', input: ({ preparing: { slug } }) => ({ slug }), outcome: forAll('not-found') },
    { about: 'of one known from the press', input: () => ({ slug: 'impact-1' }), outcome: forAll('not-found') },
  ],
  'call.show-settings': [
    { about: 'of one being prepared', input: ({ preparing: { slug } }) => ({ slug }), outcome: managersSignedIn },
    { about: 'of a public one', input: ({ openCall: { slug } }) => ({ slug }), outcome: managersSignedIn },
    { about: 'of one known from the press', input: () => ({ slug: 'impact-1' }), outcome: onlySignedIn() },
  ],
  'deadline.move': [{ input: ({ openCall }) => ({ slug: openCall.slug, version: 0, to: parisIn(25), reason: 'A holiday' }), outcome: managersSignedIn, changes: ['call', 'deadline_change', 'mail'] }],
  'deadline.show': [
    { input: ({ openCall }) => ({ slug: openCall.slug, search: 'canary' }), outcome: managersSignedIn },
    { about: 'of a call that is not there', input: () => ({ slug: 'none' }), outcome: onlySignedIn() },
  ],
  'form.publish': [{ input: ({ openCall: { slug } }) => ({ slug, version: 0, remark: 'Words' }), outcome: managersSignedIn, changes: ['call', 'form_version'] }],
  'form.questions': [{ input: ({ openCall }) => ({ formVersionId: openCall.formVersionId }), outcome: anyone }],
  'late-permit.grant': [{ input: ({ openCall, organisations, people }) => ({ slug: openCall.slug, organisationId: organisations['start-up'], email: people.founder.email, until: parisIn(25), reason: 'A strike' }), outcome: managersSignedIn, changes: ['late_permit', 'mail'] }],
  'late-permit.revoke': [{ input: ({ permit }) => ({ permitId: permit.id }), outcome: managers, changes: ['late_permit'] }],
  'question.add': [{ input: (world) => ({ ...turn(world), kind: 'long-text', ...asked }), outcome: managers, changes: ['call', 'question'] }],
  'question.change': [{ input: (world) => ({ ...turn(world), questionId: world.preparing.questions[1], ...asked }), outcome: managers, changes: ['call', 'question'] }],
  'question.move': [{ input: (world) => ({ ...turn(world), questionId: world.preparing.questions[2], to: 0 }), outcome: managers, changes: ['call', 'question'] }],
  'question.remove': [{ input: (world) => ({ ...turn(world), questionId: world.preparing.questions[1], confirmed: 'yes' }), outcome: managers, changes: ['call', 'question'] }],
}

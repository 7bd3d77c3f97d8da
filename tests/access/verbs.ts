import { personas, type Persona } from '#tests/access/routes.ts'
import { somebodies, type World } from '#tests/access/world.ts'
import { parisClockText, parisDate } from '#lib/domain/calendar.ts'
import type { RefusalCode } from '#lib/server/refusal.ts'

/** `invalid` is never expected: every input of the table is a good one. */
export type Outcome = 'ok' | Exclude<RefusalCode, 'invalid'>
export type Case = {
  /** What tells this case from the verb's others. */
  about?: string
  input: (world: World, asker: Persona) => Record<string, unknown>
  outcome: Readonly<Record<Persona, Outcome>>
  /** For commands: the tables a deed changes beside the journal, exactly. */
  changes?: readonly string[] | ((asker: Persona) => readonly string[])
  /** For deeds that leave no audit entry. */
  unrecorded?: true
}

const theWebhook = ({ webhook }: World) => ({ webhookId: webhook.id })
const forAll = (outcome: Outcome) => Object.fromEntries(personas.map((persona) => [persona, outcome])) as Record<Persona, Outcome>
const anyone = forAll('ok')
const signedIn = { ...anyone, visitor: 'unauthenticated' } as const
/** The named personas may; to the others what is asked for does not exist. */
const only = (...allowed: Persona[]) => ({ ...forAll('not-found'), ...Object.fromEntries(allowed.map((persona) => [persona, 'ok' as const])) })
/** The same where nothing is looked up first, so that a visitor is asked to sign in. */
const onlySignedIn = (...allowed: Persona[]) => ({ ...only(...allowed), visitor: 'unauthenticated' as const })

const nothing = () => ({})
const theMeeting = ({ jury }: World) => ({ deliberationId: jury.deliberationId, version: 0 })
const aFile = { name: 'plan.pdf', mediaType: 'application/pdf', size: 9, sha256: 'a'.repeat(64), receivedSha256: 'a'.repeat(64), strippedMetadata: false }
const theTable = ({ openCall }: World) => ({ slug: openCall.slug })
const chosen = (world: World) => ({ ...theTable(world), chosen: [{ id: world.application.id, mark: 'pending.' }] })
const somebody = ({ people }: Pick<World, 'people'>, asker: Persona) => people[asker === 'visitor' ? 'founder' : asker]
const theHospital = ({ organisations }: World) => ({ organisationId: organisations.hospital })
const theInvitation = ({ invitation }: World) => ({ invitationId: invitation.id })
const theMentorsSeat = ({ people }: World) => ({ membershipId: people.mentor.seatId })
const theFounder = ({ people }: World) => ({ personId: people.founder.id })
const managers = only('manager', 'manager-2')
const managersSignedIn = onlySignedIn('manager', 'manager-2')
const fresh = () => `made-${crypto.randomUUID().slice(0, 20)}`
const words = { fr: 'Des mots', en: 'Words' }
const turn = ({ preparing: { slug, version } }: World) => ({ slug, version })
const asked = { label: words, help: null, required: true, audience: 'jury', shownIf: '', options: [], unit: null, least: '', most: '', limit: '80' }
const whole = ['call', 'call_partner', 'challenge', 'challenge_rupture', 'criterion', 'eligibility_rule', 'phase', 'question'] as const
const aMetric = { name: 'Des mots', measure: 'proportion', unit: '%', ucum: '%', direction: 'higher-is-better', numerator: 'x', denominator: 'y', population: 'z', period: '', method: 'm', dataSource: 'd', comparator: 'none', comparatorNote: '', nationalEstimateId: '', baseline: '20', baselineN: '90', baselineOn: '2026-01-01', target: '45', targetOn: '2031-01-01', schedule: '3, 6', lowest: '0', highest: '100' }
const proposed = ({ programme }: World) => ({ metricId: programme.proposedMetricId, version: 0 })
const measured = (which: 'verified' | 'submitted' | 'draft') => ({ programme }: World) => ({ measurementId: programme.measurements[which], version: 0 })
const figures = { periodStart: '2026-01-01', periodEnd: '2026-01-31', value: '50', n: '40' }
const daysAgo = (days: number) => parisDate(new Date(Date.now() - days * 86_400_000))
const aFileOfValues = ({ programme }: World) => ({ programmeId: programme.id, text: `metric,period_start,period_end,value,n\n${programme.metricId},${daysAgo(9)},${daysAgo(8)},48,40\n` })
const shapers = ['laureate', 'manager', 'manager-2'] as const
const theProgramme = ({ programme }: World) => ({ programmeId: programme.id })
const theCommitment = ({ programme }: World) => ({ commitmentId: programme.commitmentId })
const promised = { kind: 'site', title: 'A site', ownerName: '', amount: '1', unit: 'site', programmeId: '', dueOn: '' }
const followers = only('laureate', 'mentor', 'manager', 'manager-2')
/** Whoever is not of the laureate's own is written down. */
const noted = (asker: Persona) => (asker === 'laureate' ? [] : ['consultation'])
const theCheckIn = (month: number) => ({ programme }: World) => ({ checkInId: programme.checkIns[month - 1] as string })
const theMilestone = (which: 'accepted' | 'done' | 'late' | 'next') => ({ programme }: World) => ({ milestoneId: programme.milestones[which] })
const theSession = ({ programme }: World) => ({ sessionId: programme.sessionId })
const aDocument = ({ programme }: World) => ({ programmeId: programme.id, milestoneId: programme.milestones.late, key: crypto.randomUUID() })
const theCorrection = ({ correction }: World) => ({ correctionId: correction.id })
/** What a clock in Paris shows in so many days, as a field for it sends it. */
const parisIn = (days: number) => parisClockText(new Date(Date.now() + days * 86_400_000))
const theRound = ({ round }: World) => ({ roundId: round.id })
const before = ({ rounds: { preparing } }: World) => ({ roundId: preparing.id, version: preparing.version })
const asking = ({ rounds: { declaring } }: World) => ({ roundId: declaring.id, version: declaring.version })
const profile = { livedExperience: false, clinical: true, chair: false, cap: '4', stages: ['suivi'], ruptureIds: [] }
const rules = { evaluationsPerApplication: '2', quorum: '2', places: '1', applicantNames: 'shown', scorerNames: 'hidden', shownAfterOwn: 'scores', aggregate: 'median', notApplicable: 'by-criterion', tieRule: ['median', 'criterion:utilite', ''] }
const aCriterion = { name: words, weight: '100', anchors: [words, words, words, words, words], guidance: null, mayBeNotApplicable: true, putTo: 'everyone' }
const theDraft = ({ draft }: World) => ({ draftId: draft.id })
const theApplication = ({ application }: World) => ({ draftId: application.id })
const form = { name: 'A house', kind: 'start-up', siren: '732829320', domains: 'house.example' }
const ownersWithoutSuccessor = Object.fromEntries(somebodies.map((persona) => [persona, 'conflict' as const]))

/** Every verb of lib/server, with who gets what. A verb that is missing here fails the suite. */
export const verbs: Readonly<Record<string, readonly Case[]>> = {
  'application.export': [{ input: (world) => ({ ...theTable(world), search: {}, format: 'csv' }), outcome: onlySignedIn('manager', 'manager-2'), changes: ['consultation'] }],
  'application.export-own': [
    { input: theApplication, outcome: onlySignedIn('laureate') },
    { about: 'of a draft', input: theDraft, outcome: onlySignedIn('founder') },
  ],
  'application.list': [{ input: nothing, outcome: signedIn }],
  'application.open': [
    { input: theApplication, outcome: only('manager', 'manager-2'), changes: ['consultation'], unrecorded: true },
    { about: 'of a draft', input: theDraft, outcome: forAll('not-found') },
  ],
  'application.screen': [
    { input: (world) => ({ ...theTable(world), search: { q: 'canary' }, batch: world.screening.batchId }), outcome: onlySignedIn('manager', 'manager-2') },
    { about: 'of a call being prepared', input: ({ preparing }) => ({ slug: preparing.slug, search: {} }), outcome: onlySignedIn('manager', 'manager-2') },
  ],
  'application.show': [
    { input: theApplication, outcome: onlySignedIn('laureate') },
    { about: 'of a draft', input: theDraft, outcome: onlySignedIn('founder') },
  ],
  'application.submit': [{ input: ({ draft }) => ({ draftId: draft.id, version: draft.version, key: crypto.randomUUID() }), outcome: only('founder'), changes: ['application', 'application_counter', 'application_file', 'claim', 'mail', 'receipt'] }],
  'application.withdraw': [{ input: ({ application }) => ({ applicationId: application.id }), outcome: only('laureate'), changes: ['application', 'mail'] }],
  'assignment.apply': [{ about: 'one that is not there', input: () => ({ proposalId: crypto.randomUUID() }), outcome: forAll('not-found') }],
  'assignment.show': [{ input: ({ round }) => ({ roundId: round.id }), outcome: managersSignedIn }],
  'assignment.move': [{ input: ({ round }) => ({ assignmentId: round.startedId, applicationId: round.decidedId }), outcome: { ...forAll('not-found'), manager: 'conflict', 'manager-2': 'conflict' } }],
  'assignment.propose': [{ input: ({ round }) => ({ roundId: round.id }), outcome: managersSignedIn, changes: ['assignment_proposal'] }],
  'assignment.question': [{ input: ({ round }) => ({ roundId: round.id }), outcome: managersSignedIn }],
  'assignment.board': [{ input: ({ round }) => ({ roundId: round.id }), outcome: managersSignedIn }],
  'assignment.give': [
    { input: ({ rounds, round, people }) => ({ roundId: rounds.declaring.id, applicationId: round.applicationId, personId: people.scorer.id }), outcome: managers, changes: ['assignment', 'evaluation'] },
    { about: 'to somebody with a link', input: ({ round, people }) => ({ roundId: round.id, applicationId: round.applicationId, personId: people.conflicted.id }), outcome: { ...onlySignedIn(), manager: 'conflict', 'manager-2': 'conflict' } },
  ],
  'assignment.reassign': [{ input: ({ round, people }) => ({ assignmentId: round.startedId, personId: people.conflicted.id }), outcome: { ...forAll('not-found'), manager: 'conflict', 'manager-2': 'conflict' } }],
  'assignment.withdraw': [
    { input: ({ round }) => ({ assignmentId: round.startedId }), outcome: managers, changes: ['assignment'] },
    { about: 'once submitted', input: ({ round }) => ({ assignmentId: round.submittedId }), outcome: { ...forAll('not-found'), manager: 'closed', 'manager-2': 'closed' } },
  ],
  'assignment.abstain': [
    { input: ({ round }) => ({ assignmentId: round.startedId, reason: 'no-time', note: 'A note' }), outcome: only('scorer'), changes: ['assignment'] },
    { about: 'from what was submitted', input: ({ round }) => ({ assignmentId: round.submittedId, reason: 'no-time', note: null }), outcome: { ...only(), 'scorer-2': 'closed' } },
  ],
  'assignment.export': [{ input: theRound, outcome: onlySignedIn('scorer', 'scorer-2'), changes: ['consultation'] }],
  'assignment.list': [{ input: nothing, outcome: signedIn }],
  'assignment.resume': [{ about: 'where nobody abstained', input: ({ round }) => ({ assignmentId: round.startedId }), outcome: { ...only(), scorer: 'closed' } }],
  'audit.list': [{ input: nothing, outcome: onlySignedIn('admin') }],
  'audit.verify': [{ input: nothing, outcome: onlySignedIn('admin') }],
  'calendar.close': [{ input: nothing, outcome: signedIn }],
  'calendar.open': [{ input: nothing, outcome: signedIn, changes: ['calendar_feed'] }],
  'calendar.person': [{ input: () => ({ token: 'nobody-s' }), outcome: forAll('not-found') }],
  'calendar.show': [{ input: nothing, outcome: signedIn }],
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
  'call.publish': [{ input: turn, outcome: managers, changes: ['call', 'form_version'] }],
  'call.save-calendar': [{ input: (world) => ({ ...turn(world), opensAt: '2031-03-10T09:00', closesAt: '2031-04-20T17:00', answerOn: '2031-06-10', phases: [{ id: null, title: words, startsAt: '2031-03-10T09:00', endsAt: '', note: null }] }), outcome: managers, changes: ['call', 'phase'] }],
  'call.save-challenges': [{ input: (world) => ({ ...turn(world), challenges: [{ id: world.preparing.challengeId, title: words, description: null, ruptureIds: [] }] }), outcome: managers, changes: ['call', 'challenge', 'challenge_rupture'] }],
  'call.save-eligibility': [{ input: (world) => ({ ...turn(world), rules: [{ id: null, statement: words, reason: words, yesIsEligible: true }], whoMayApply: words, applicantKinds: ['start-up'] }), outcome: managers, changes: ['call', 'eligibility_rule'] }],
  'call.save-freeze': [{ input: (world) => ({ ...turn(world), staysOpen: ['links'], staysOpenUntil: '2031-05-01T12:00' }), outcome: managers, changes: ['call'] }],
  'call.save-partners': [{ input: (world) => ({ ...turn(world), partners: [{ organisationId: world.organisations.foundation, role: words }] }), outcome: managers, changes: ['call', 'call_partner'] }],
  'call.save-presentation': [{ input: (world) => ({ ...turn(world), title: words, edition: '3', target: words }), outcome: managers, changes: ['call'] }],
  'call.save-rubric': [{ input: (world) => ({ ...turn(world), criteria: [{ id: null, name: words, weight: '100', anchors: [words, words, words, words, words], guidance: null }] }), outcome: managers, changes: ['call', 'criterion'] }],
  'call.show-settings': [
    { about: 'of one being prepared', input: ({ preparing: { slug } }) => ({ slug }), outcome: managersSignedIn },
    { about: 'of a public one', input: ({ openCall: { slug } }) => ({ slug }), outcome: managersSignedIn },
    { about: 'of one known from the press', input: () => ({ slug: 'impact-1' }), outcome: onlySignedIn() },
  ],
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
  'commitment.change': [{ input: (world) => ({ ...theCommitment(world), version: 0, ...promised, programmeId: world.programme.id }), outcome: managers, changes: ['commitment'] }],
  'commitment.deliver': [{ input: (world) => ({ ...theCommitment(world), key: crypto.randomUUID(), amount: '2', deliveredOn: '2026-01-05', note: '' }), outcome: only('scorer', 'mentor', 'manager', 'manager-2'), changes: ['commitment', 'delivery'] }],
  'commitment.list-call': [{ input: ({ programme }) => ({ slug: programme.call.slug }), outcome: managersSignedIn }],
  'commitment.list-own': [{ input: nothing, outcome: signedIn }],
  'commitment.record': [{ input: ({ programme, organisations }) => ({ slug: programme.call.slug, organisationId: organisations.hospital, ...promised }), outcome: managersSignedIn, changes: ['commitment'] }],
  'commitment.report': [{ input: (world) => ({ ...theCommitment(world), version: 0, state: 'unmet', note: 'A reason' }), outcome: only('scorer', 'mentor', 'manager', 'manager-2'), changes: ['commitment'] }],
  'commitment.withdraw': [{ input: (world) => ({ ...theCommitment(world), version: 0, reason: 'A reason' }), outcome: managers, changes: ['commitment'] }],
  'check-in.answer': [
    { input: (world) => ({ ...theCheckIn(1)(world), text: 'An answer' }), outcome: only('mentor', 'manager', 'manager-2'), changes: ['check_in_answer', 'mail'] },
    { about: 'that is not submitted', input: (world) => ({ ...theCheckIn(5)(world), text: 'An answer' }), outcome: only() },
    { about: 'that was skipped', input: (world) => ({ ...theCheckIn(2)(world), text: 'An answer' }), outcome: { ...only(), mentor: 'closed', manager: 'closed', 'manager-2': 'closed' } },
  ],
  'check-in.open': [
    { input: theCheckIn(1), outcome: followers, changes: noted, unrecorded: true },
    { about: 'that is being written', input: theCheckIn(5), outcome: only('laureate'), unrecorded: true },
  ],
  'check-in.save': [
    { input: (world) => ({ ...theCheckIn(5)(world), version: 1, key: crypto.randomUUID(), fields: { blockers: 'Another' } }), outcome: onlySignedIn('laureate'), changes: ['check_in', 'check_in_revision'], unrecorded: true },
    { about: 'once submitted', input: (world) => ({ ...theCheckIn(1)(world), version: 1, key: crypto.randomUUID(), fields: { blockers: 'Another' } }), outcome: { ...onlySignedIn(), laureate: 'closed' } },
  ],
  'check-in.skip': [
    { input: (world) => ({ ...theCheckIn(5)(world), reason: 'A reason' }), outcome: only('laureate'), changes: ['check_in'] },
    { about: 'before it opens', input: (world) => ({ ...theCheckIn(7)(world), reason: 'A reason' }), outcome: { ...only(), laureate: 'closed' } },
  ],
  'check-in.submit': [{ input: (world) => ({ ...theCheckIn(5)(world), version: 1 }), outcome: only('laureate'), changes: ['check_in', 'mail'] }],
  'check-in.take-up': [
    { input: theCheckIn(2), outcome: only('laureate'), changes: ['check_in'] },
    { about: 'that was not skipped', input: theCheckIn(1), outcome: { ...only(), laureate: 'closed' } },
  ],
  'conflict.declare': [
    { about: 'to an application of a round', input: ({ round }) => ({ applicationId: round.applicationId, reason: 'employment', note: 'A note' }), outcome: only('scorer', 'scorer-2', 'manager', 'manager-2'), changes: ['conflict'] },
    { about: 'to one no round judges', input: ({ application }) => ({ applicationId: application.id, reason: 'other', note: 'A note' }), outcome: only('manager', 'manager-2'), changes: ['conflict'] },
  ],
  'conflict.declare-all': [
    { about: 'in a round that asks for them', input: ({ round, rounds }) => ({ roundId: rounds.declaring.id, links: [{ applicationId: round.applicationId, reason: 'mentoring' }], noneForOthers: 'yes' }), outcome: onlySignedIn('scorer', 'scorer-2'), changes: ['conflict', 'scorer'] },
    { about: 'said again, with none', input: (world) => ({ ...theRound(world), links: [], noneForOthers: 'yes' }), outcome: onlySignedIn('scorer', 'scorer-2', 'conflicted') },
    { about: 'in a round being prepared', input: ({ rounds }) => ({ roundId: rounds.preparing.id, links: [], noneForOthers: 'yes' }), outcome: onlySignedIn() },
  ],
  'conflict.detect': [{ input: theRound, outcome: managersSignedIn, changes: ['conflict'] }],
  'conflict.lift': [{ input: ({ round }) => ({ conflictId: round.conflictId, motive: 'A motive' }), outcome: managers, changes: ['conflict'] }],
  'conflict.list': [{ input: theRound, outcome: managersSignedIn }],
  'conflict.pin': [{ input: (world) => ({ ...theRound(world), applicationId: world.round.applicationId, personId: world.people.scorer.id, reason: 'competition', note: 'A note' }), outcome: managersSignedIn, changes: ['conflict'] }],
  'conflict.show-declaration': [
    { input: theRound, outcome: onlySignedIn('scorer', 'scorer-2', 'conflicted') },
    { about: 'in a round being prepared', input: ({ rounds }) => ({ roundId: rounds.preparing.id }), outcome: onlySignedIn() },
  ],
  'correction.ask': [{ input: (world) => ({ ...theApplication(world), fields: ['pitch', `answers.${world.openCall.questionId}`], request: 'More', until: parisIn(10) }), outcome: managers, changes: ['correction', 'mail'] }],
  'correction.cancel': [{ input: theCorrection, outcome: managers, changes: ['correction'] }],
  'correction.finish': [{ input: (world) => ({ ...theCorrection(world), version: 1, key: crypto.randomUUID() }), outcome: only('laureate'), changes: ['application', 'claim', 'correction', 'mail', 'receipt'] }],
  'deadline.move': [{ input: ({ openCall }) => ({ slug: openCall.slug, version: 0, to: parisIn(25), reason: 'A holiday' }), outcome: managersSignedIn, changes: ['call', 'deadline_change', 'mail'] }],
  'deadline.show': [
    { input: ({ openCall }) => ({ slug: openCall.slug, search: 'canary' }), outcome: managersSignedIn },
    { about: 'of a call that is not there', input: () => ({ slug: 'none' }), outcome: onlySignedIn() },
  ],
  'declared-tie.add': [{ input: (world) => ({ ...theHospital(world), kind: 'client', otherName: 'Another house', otherSiren: '732 829 320' }), outcome: only('scorer'), changes: ['declared_tie'] }],
  'declared-tie.remove': [{ input: ({ rounds }) => ({ tieId: rounds.tieId }), outcome: only('rival'), changes: ['declared_tie'] }],
  'decision.cancel-release': [{ input: ({ round }) => ({ slug: round.call.slug, releaseId: round.releaseId }), outcome: managersSignedIn, changes: ['decision_release'] }],
  'decision.decide': [
    { input: ({ round }) => ({ slug: round.call.slug, chosen: [{ id: round.applicationId, version: '' }], outcome: 'not-selected', motive: 'A reason' }), outcome: managersSignedIn, changes: ['decision'] },
    { about: 'once released', input: ({ decided }) => ({ slug: decided.call.slug, chosen: [{ id: decided.applicationId, version: 0 }], outcome: 'laureate' }), outcome: { ...onlySignedIn(), manager: 'closed', 'manager-2': 'closed' } },
  ],
  'decision.list': [{ input: ({ round }) => ({ slug: round.call.slug }), outcome: managersSignedIn }],
  'decision.open': [
    { input: ({ decided }) => ({ applicationId: decided.applicationId }), outcome: only('laureate'), changes: ['decision_reading'], unrecorded: true },
    { about: 'before the release', input: ({ round }) => ({ applicationId: round.applicationId }), outcome: forAll('not-found') },
  ],
  'decision.propose-release': [{ input: ({ round }) => ({ slug: round.call.slug, sha256: 'f'.repeat(64) }), outcome: { ...onlySignedIn(), manager: 'conflict', 'manager-2': 'conflict' } }],
  'decision.refuse-ineligible': [{ input: ({ round }) => ({ slug: round.call.slug }), outcome: managersSignedIn }],
  'decision.release': [{ input: ({ round }) => ({ slug: round.call.slug, releaseId: round.releaseId, confirmed: 1 }), outcome: { ...onlySignedIn(), manager: 'conflict', 'manager-2': 'conflict' } }],
  'decision.show-selection': [
    { input: ({ decided }) => ({ slug: decided.call.slug }), outcome: anyone },
    { about: 'before the release', input: ({ round }) => ({ slug: round.call.slug }), outcome: forAll('not-found') },
  ],
  'decision.undecide': [{ input: ({ round }) => ({ applicationId: round.decidedId, version: 0 }), outcome: managers, changes: ['decision'] }, { about: 'once released', input: ({ decided }) => ({ applicationId: decided.applicationId, version: 0 }), outcome: { ...forAll('not-found'), manager: 'closed', 'manager-2': 'closed' } }],
  'deliberation.arrive': [{ input: ({ jury, people }) => ({ deliberationId: jury.deliberationId, personId: people.scorer.id }), outcome: only('scorer', 'manager', 'manager-2'), changes: ['deliberation_presence'] }],
  'deliberation.end': [{ input: (world) => ({ ...theMeeting(world), confirmed: 'yes' }), outcome: only('scorer', 'manager', 'manager-2'), changes: ['deliberation', 'deliberation_presence'] }],
  'deliberation.find': [{ input: ({ jury }) => ({ roundId: jury.roundId }), outcome: signedIn }],
  'deliberation.leave': [{ input: ({ jury, people }) => ({ deliberationId: jury.deliberationId, personId: people['scorer-2'].id }), outcome: only('scorer', 'scorer-2', 'manager', 'manager-2'), changes: ['deliberation_presence'] }],
  'deliberation.minutes': [{ input: ({ jury }) => ({ deliberationId: jury.deliberationId }), outcome: onlySignedIn('manager', 'manager-2') }],
  'deliberation.move': [{ input: (world) => ({ ...theMeeting(world), applicationId: world.jury.applicationId }), outcome: only('scorer', 'manager', 'manager-2'), changes: ['deliberation'] }],
  'deliberation.note': [{ input: ({ jury }) => ({ deliberationId: jury.deliberationId, applicationId: jury.applicationId, notesVersion: 0, notes: 'A word' }), outcome: only('scorer', 'manager', 'manager-2'), changes: ['deliberation_item'], unrecorded: true }],
  'deliberation.plan': [{ about: 'once it runs', input: ({ jury }) => ({ roundId: jury.roundId }), outcome: { ...onlySignedIn(), manager: 'closed', 'manager-2': 'closed' } }],
  'deliberation.read-application': [{ input: ({ jury }) => ({ roundId: jury.roundId, applicationId: jury.applicationId }), outcome: onlySignedIn('scorer', 'scorer-2') }],
  'deliberation.score': [{ input: ({ jury }) => ({ deliberationId: jury.deliberationId, applicationId: jury.applicationId, score: 3.5 }), outcome: only('scorer', 'scorer-2'), changes: ['deliberation_score'], unrecorded: true }],
  'deliberation.show': [{ input: ({ jury }) => ({ deliberationId: jury.deliberationId }), outcome: onlySignedIn('scorer', 'scorer-2', 'manager', 'manager-2') }],
  'deliberation.start': [{ about: 'once it runs', input: theMeeting, outcome: { ...forAll('not-found'), scorer: 'closed', manager: 'closed', 'manager-2': 'closed' } }],
  'deliberation.step': [{ input: (world) => ({ ...theMeeting(world), step: 'revealed' }), outcome: only('scorer', 'manager', 'manager-2'), changes: ['deliberation', 'deliberation_item'] }],
  'demonstration.sign-in': [{ input: () => ({ persona: 'founder' }), outcome: anyone, changes: ['session'] }],
  'demonstration.found': [{ input: () => ({ slug: `found-${crypto.randomUUID()}`, title: { fr: 'Une', en: 'One' }, summary: { fr: 'Une', en: 'One' }, field: 'sante-mentale' }), outcome: onlySignedIn('manager', 'manager-2'), changes: ['initiative'] }],
  'demonstration.reach': [{ input: () => ({ stage: crypto.randomUUID(), seed: 1 }), outcome: onlySignedIn('manager', 'manager-2'), changes: ['instance'] }],
  'demonstration.stage': [{ input: nothing, outcome: anyone }],
  'demonstration.welcome': [{ input: () => ({ email: 'founder@demonstration.example', name: 'A', locale: 'fr', administrator: true }), outcome: anyone, unrecorded: true }],
  'draft.carry-over': [{ input: ({ laterCall, draft }) => ({ slug: laterCall.slug, fromId: draft.id }), outcome: onlySignedIn('founder') }],
  'draft.create': [
    { about: 'of one that is there', input: ({ openCall, organisations }) => ({ slug: openCall.slug, organisationId: organisations['start-up'], key: crypto.randomUUID(), fields: { pitch: 'One' } }), outcome: only('founder') },
    { about: 'of a new one', input: ({ openCall, organisations }) => ({ slug: openCall.slug, organisationId: organisations['other start-up'], key: crypto.randomUUID(), fields: { pitch: 'One' } }), outcome: only('rival'), changes: ['application_draft', 'draft_revision'] },
    { about: 'of a call that is not published', input: ({ call, organisations }) => ({ slug: call.slug, organisationId: organisations['start-up'], key: crypto.randomUUID(), fields: { pitch: 'One' } }), outcome: forAll('not-found') },
  ],
  'draft.list-earlier': [{ input: ({ laterCall, organisations }) => ({ slug: laterCall.slug, organisationId: organisations['start-up'] }), outcome: onlySignedIn('founder') }],
  'draft.save': [{ input: ({ draft }) => ({ draftId: draft.id, version: draft.version, key: crypto.randomUUID(), fields: { pitch: 'Another' } }), outcome: onlySignedIn('founder'), changes: ['application_draft', 'draft_revision'], unrecorded: true }],
  'draft.start': [
    { input: ({ openCall }) => ({ slug: openCall.slug }), outcome: signedIn },
    { about: 'for a call that is not published', input: ({ call }) => ({ slug: call.slug }), outcome: onlySignedIn() },
  ],
  'draft.show': [{ input: ({ draft }) => ({ draftId: draft.id }), outcome: onlySignedIn('founder') }],
  'evaluation.export': [{ input: theRound, outcome: managersSignedIn }],
  'evaluation.note-opened': [
    { input: ({ round }) => ({ evaluationId: round.startedId }), outcome: only('scorer'), changes: ['consultation'], unrecorded: true },
    { about: 'once submitted', input: ({ round }) => ({ evaluationId: round.submittedId }), outcome: only('scorer-2'), changes: ['consultation'], unrecorded: true },
  ],
  'evaluation.reopen': [
    { input: ({ round }) => ({ evaluationId: round.submittedId, reason: 'A reason' }), outcome: managers, changes: ['evaluation', 'mail'] },
    { about: 'that is not submitted', input: ({ round }) => ({ evaluationId: round.startedId, reason: 'A reason' }), outcome: forAll('not-found') },
  ],
  'evaluation.save': [
    { input: ({ round }) => ({ evaluationId: round.startedId, version: 1, key: crypto.randomUUID(), fields: { [`scores.${round.criterionId}`]: 4, commentToJury: 'Another' } }), outcome: onlySignedIn('scorer'), changes: ['evaluation', 'evaluation_revision'], unrecorded: true },
    { about: 'once submitted', input: ({ round }) => ({ evaluationId: round.submittedId, version: 1, key: crypto.randomUUID(), fields: { commentToJury: 'Another' } }), outcome: { ...onlySignedIn(), 'scorer-2': 'closed' } },
  ],
  'evaluation.show': [
    { input: ({ round }) => ({ evaluationId: round.startedId }), outcome: onlySignedIn('scorer') },
    { about: 'once submitted', input: ({ round }) => ({ evaluationId: round.submittedId }), outcome: onlySignedIn('scorer-2') },
  ],
  'evaluation.submit': [
    { input: ({ round }) => ({ evaluationId: round.startedId, version: 1, key: crypto.randomUUID() }), outcome: only('scorer'), changes: ['evaluation', 'evaluation_submission'] },
    { about: 'submitted before', input: ({ round }) => ({ evaluationId: round.submittedId, version: 1, key: crypto.randomUUID() }), outcome: { ...only(), 'scorer-2': 'closed' } },
  ],
  'file.add': [
    { input: ({ draft }) => ({ draftId: draft.id, questionId: null, key: crypto.randomUUID(), storageKey: crypto.randomUUID(), file: aFile }), outcome: only('founder'), changes: ['application_draft', 'draft_revision', 'file'] },
    { about: 'to a deposited application', input: ({ application }) => ({ draftId: application.id, questionId: null, key: crypto.randomUUID(), storageKey: crypto.randomUUID(), file: aFile }), outcome: only('laureate'), changes: ['application_draft', 'draft_revision', 'file'] },
  ],
  'file.open': [
    { about: 'of a draft', input: ({ draft }) => ({ fileId: draft.fileId }), outcome: only('founder'), unrecorded: true },
    { about: 'of a programme', input: ({ programme }) => ({ fileId: programme.fileId }), outcome: followers, changes: noted, unrecorded: true },
    { about: 'of a deposited application', input: ({ application }) => ({ fileId: application.fileId }), outcome: only('laureate', 'manager', 'manager-2'), changes: (asker) => (asker === 'laureate' ? [] : ['consultation']), unrecorded: true },
  ],
  'file.remove': [
    { about: 'from a draft', input: ({ draft }) => ({ fileId: draft.fileId }), outcome: only('founder'), changes: ['application_draft', 'draft_revision', 'file'] },
    { about: 'from a deposited application', input: ({ application }) => ({ fileId: application.fileId }), outcome: only('laureate'), changes: ['application_draft', 'draft_revision', 'file'] },
    { about: 'from a programme', input: ({ programme }) => ({ fileId: programme.fileId }), outcome: only('laureate'), changes: ['file'] },
  ],
  'file.room': [{ input: ({ draft }) => ({ draftId: draft.id, questionId: null, key: crypto.randomUUID() }), outcome: onlySignedIn('founder') }],
  'form.publish': [{ input: ({ openCall: { slug } }) => ({ slug, version: 0, remark: 'Words' }), outcome: managersSignedIn, changes: ['call', 'form_version'] }],
  'form.questions': [{ input: ({ openCall }) => ({ formVersionId: openCall.formVersionId }), outcome: anyone }],
  'initiative.list': [{ input: nothing, outcome: anyone }],
  'initiative.show': [{ input: () => ({ slug: 'impact' }), outcome: anyone }],
  'instance.show': [{ input: nothing, outcome: anyone }],
  'invitation.accept': [{ input: theInvitation, outcome: only('laureate'), changes: ['invitation', 'membership'] }],
  'invitation.decline': [{ input: theInvitation, outcome: only('laureate'), changes: ['invitation'] }],
  'invitation.find': [{ input: ({ invitation: { token } }) => ({ token }), outcome: onlySignedIn('laureate') }],
  'invitation.revoke': [{ input: theInvitation, outcome: only('scorer', 'admin'), changes: ['invitation'] }],
  'invitation.send': [
    { input: (world) => ({ ...theHospital(world), email: 'new@house.example', role: 'member', locale: 'fr' }), outcome: only('scorer', 'admin'), changes: ['invitation', 'mail'] },
    { about: 'to somebody who sits there', input: (world) => ({ ...theHospital(world), email: world.people.mentor.email, role: 'owner', locale: 'fr' }), outcome: { ...forAll('not-found'), scorer: 'conflict', admin: 'conflict' }, changes: ['invitation', 'mail'] },
  ],
  'late-permit.grant': [{ input: ({ openCall, organisations, people }) => ({ slug: openCall.slug, organisationId: organisations['start-up'], email: people.founder.email, until: parisIn(25), reason: 'A strike' }), outcome: managersSignedIn, changes: ['late_permit', 'mail'] }],
  'late-permit.revoke': [{ input: ({ permit }) => ({ permitId: permit.id }), outcome: managers, changes: ['late_permit'] }],
  'laureate.list': [{ input: nothing, outcome: anyone }],
  'laureate.show': [{ input: () => ({ slug: 'fedmind' }), outcome: anyone }],
  // The mailbox is closed, as everywhere but in a demonstration without a mail server.
  'mail.list': [{ input: nothing, outcome: forAll('not-found') }],
  'mail.read': [{ input: ({ people }, asker) => ({ id: somebody({ people }, asker).mailId }), outcome: forAll('not-found') }],
  'measurement.change': [
    { input: (world) => ({ ...measured('draft')(world), ...figures }), outcome: only('laureate'), changes: ['measurement'] },
    { about: 'once verified', input: (world) => ({ ...measured('verified')(world), ...figures }), outcome: { ...only(), laureate: 'closed' } },
  ],
  'measurement.correct': [{ input: (world) => ({ measurementId: world.programme.measurements.verified, ...figures, correctionReason: 'A reason', key: crypto.randomUUID() }), outcome: only('laureate'), changes: ['measurement'] }],
  'measurement.discard': [{ input: measured('draft'), outcome: only('laureate'), changes: ['measurement'] }],
  'measurement.enter': [{ input: (world) => ({ metricId: world.programme.metricId, ...figures, key: crypto.randomUUID() }), outcome: only('laureate'), changes: ['measurement'] }],
  'measurement.import': [
    { input: (world) => ({ ...aFileOfValues(world), confirmed: 1 }), outcome: onlySignedIn(...shapers), changes: ['measurement'] },
    { about: 'over a call', input: (world) => ({ ...aFileOfValues(world), programmeId: null, slug: world.programme.call.slug, confirmed: 1 }), outcome: onlySignedIn('manager', 'manager-2'), changes: ['measurement'] },
  ],
  'measurement.return': [{ input: (world) => ({ ...measured('submitted')(world), reason: 'A reason' }), outcome: only('mentor', 'manager', 'manager-2'), changes: ['measurement'] }],
  'measurement.show-import': [
    { input: theProgramme, outcome: onlySignedIn(...shapers) },
    { about: 'over a call', input: ({ programme }) => ({ slug: programme.call.slug }), outcome: onlySignedIn('manager', 'manager-2') },
  ],
  'measurement.submit': [{ input: measured('draft'), outcome: only('laureate'), changes: ['measurement'] }],
  'measurement.try-import': [{ input: aFileOfValues, outcome: onlySignedIn(...shapers) }],
  'measurement.verify': [{ input: measured('submitted'), outcome: only('mentor', 'manager', 'manager-2'), changes: ['measurement'] }],
  'membership.change-role': [
    { input: (world) => ({ ...theMentorsSeat(world), role: 'owner' }), outcome: only('scorer', 'admin'), changes: ['membership'] },
    { about: 'of the last owner', input: ({ people }) => ({ membershipId: people.scorer.seatId, role: 'member' }), outcome: { ...forAll('not-found'), scorer: 'conflict', admin: 'conflict' }, changes: ['membership'] },
  ],
  'membership.leave': [{ input: theHospital, outcome: { ...onlySignedIn('mentor'), scorer: 'conflict' }, changes: ['membership'] }],
  'membership.remove': [{ input: theMentorsSeat, outcome: only('scorer', 'admin'), changes: ['membership'] }],
  'membership.transfer': [{ input: theMentorsSeat, outcome: only('scorer'), changes: ['membership'] }],
  'mentor.add': [
    { input: (world) => ({ ...theProgramme(world), member: `${world.people.scorer.id}_${world.organisations.hospital}` }), outcome: managers, changes: ['mail', 'mentor'] },
    { about: 'who mentors already', input: (world) => ({ ...theProgramme(world), member: `${world.people.mentor.id}_${world.organisations.hospital}` }), outcome: { ...managers, manager: 'conflict', 'manager-2': 'conflict' } },
    { about: 'of no partner of the call', input: (world) => ({ ...theProgramme(world), member: `${world.people['scorer-2'].id}_${world.organisations.foundation}` }), outcome: forAll('not-found') },
  ],
  'mentor.end': [{ input: ({ programme }) => ({ mentorId: programme.mentorId, reason: 'A reason' }), outcome: managers, changes: ['mentor'] }],
  'mentor.accept': [{ about: 'a second time', input: ({ programme }) => ({ mentorId: programme.mentorId, noLink: 'yes', confidential: 'yes' }), outcome: { ...only(), mentor: 'closed' } }],
  'mentor.decline': [{ input: ({ programme }) => ({ mentorId: programme.mentorId, reason: 'employment', note: 'A note' }), outcome: only('mentor'), changes: ['conflict', 'mail', 'mentor'] }],
  'mentor.list': [{ input: nothing, outcome: signedIn }],
  'mentoring-session.cancel': [{ input: (world) => ({ ...theSession(world), reason: 'A reason' }), outcome: only('laureate', 'mentor'), changes: ['mail', 'mentoring_session'] }],
  'mentoring-session.choose': [{ input: (world) => ({ ...theSession(world), time: world.programme.sessionTimes[0] }), outcome: { ...only('mentor'), laureate: 'conflict' }, changes: ['mail', 'mentoring_session'] }],
  'mentoring-session.keep-own-note': [{ input: (world) => ({ ...theSession(world), notes: 'A note' }), outcome: followers, changes: ['session_note'] }],
  'mentoring-session.note': [{ input: (world) => ({ ...theSession(world), version: 0, notes: 'A note' }), outcome: only('laureate', 'mentor'), changes: ['mentoring_session'] }],
  'mentoring-session.propose': [{ input: (world) => ({ ...theProgramme(world), subject: 'A subject', minutes: '60', place: '', times: [parisIn(3)] }), outcome: only('laureate', 'mentor'), changes: ['mail', 'mentoring_session'] }],
  'mentoring-session.propose-others': [{ input: (world) => ({ ...theSession(world), times: [parisIn(3)] }), outcome: only('laureate', 'mentor'), changes: ['mail', 'mentoring_session'] }],
  'message.list': [
    { input: theApplication, outcome: onlySignedIn('laureate', 'manager', 'manager-2') },
    { about: 'of a draft', input: theDraft, outcome: onlySignedIn('founder') },
  ],
  'message.see': [{ input: theApplication, outcome: only('laureate', 'manager', 'manager-2'), changes: ['message'], unrecorded: true }],
  'message.send': [
    { input: (world) => ({ ...theApplication(world), key: crypto.randomUUID(), text: 'A word' }), outcome: only('laureate', 'manager', 'manager-2'), changes: ['mail', 'message'] },
    { about: 'about a draft', input: (world) => ({ ...theDraft(world), key: crypto.randomUUID(), text: 'A word' }), outcome: { ...forAll('not-found'), founder: 'conflict' } },
  ],
  'metric.list': [{ input: nothing, outcome: anyone }],
  'mentoring-session.show-invitation': [{ about: 'while no time is agreed', input: theSession, outcome: onlySignedIn() }],
  'milestone.accept': [
    { input: (world) => ({ ...theMilestone('done')(world), version: 0 }), outcome: managers, changes: ['mail', 'milestone'] },
    { about: 'that is not done', input: (world) => ({ ...theMilestone('late')(world), version: 0 }), outcome: { ...only(), manager: 'closed', 'manager-2': 'closed' } },
  ],
  'milestone.finish': [
    { input: (world) => ({ ...theMilestone('late')(world), evidence: 'What shows it' }), outcome: only('laureate'), changes: ['mail', 'milestone'] },
    { about: 'once accepted', input: (world) => ({ ...theMilestone('accepted')(world), evidence: 'What shows it' }), outcome: { ...only(), laureate: 'closed' } },
  ],
  'milestone.move': [{ input: (world) => ({ ...theMilestone('late')(world), version: 0, dueOn: parisIn(30).slice(0, 10), reason: 'A reason' }), outcome: managers, changes: ['mail', 'milestone', 'milestone_move'] }],
  'milestone.return': [{ input: (world) => ({ ...theMilestone('done')(world), version: 0, reason: 'A reason' }), outcome: managers, changes: ['mail', 'milestone'] }],
  'milestone.take-back': [{ input: theMilestone('done'), outcome: only('laureate'), changes: ['milestone'] }],
  'open-data.aid-schemes': [{ input: nothing, outcome: anyone }],
  'open-data.count': [{ input: nothing, outcome: anyone }],
  'open-data.estimates': [{ input: nothing, outcome: anyone }],
  'open-data.grants': [{ input: nothing, outcome: anyone }],
  'open-data.news': [{ input: nothing, outcome: anyone }],
  'open-data.rupture': [{ input: () => ({ slug: 'delai-premier-rendez-vous-cmp' }), outcome: anyone }],
  'open-data.ruptures': [{ input: nothing, outcome: anyone }],
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
  'pathway.show': [{ input: () => ({ field: 'sante-mentale' }), outcome: anyone }],
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
  'prioritisation.show': [{ input: nothing, outcome: anyone }],
  'programme-metric.add': [{ input: (world) => ({ ...theProgramme(world), ruptureId: world.programme.ruptureId, ...aMetric }), outcome: only(...shapers), changes: ['programme_metric'] }],
  'programme-metric.agree': [{ input: proposed, outcome: only(...shapers), changes: ['programme_metric'] }],
  'programme-metric.amend': [{ input: (world) => ({ metricId: world.programme.metricId, version: 0, ...aMetric, reason: 'A reason' }), outcome: managers, changes: ['amendment', 'programme_metric'] }],
  'programme-metric.list': [{ input: theProgramme, outcome: onlySignedIn(...shapers, 'mentor') }],
  'programme-metric.remove': [{ input: (world) => ({ ...proposed(world), confirmed: 'yes' }), outcome: only(...shapers), changes: ['programme_metric'] }],
  'programme-metric.shape': [{ input: (world) => ({ ...proposed(world), ...aMetric }), outcome: only(...shapers), changes: ['programme_metric'] }],
  'programme-metric.show': [{ input: ({ programme }) => ({ metricId: programme.metricId }), outcome: onlySignedIn(...shapers, 'mentor') }],
  'programme.save-template': [{ input: ({ programme }) => ({ slug: programme.call.slug, version: 0, months: '9', modules: [{ title: words }], milestones: [{ title: words, month: '3' }], followUps: '12', startsOn: '' }), outcome: managersSignedIn, changes: ['programme_template'] }],
  'programme.board': [{ input: ({ programme }) => ({ slug: programme.call.slug }), outcome: managersSignedIn }],
  'programme.show-managed': [{ input: theProgramme, outcome: managersSignedIn }],
  'programme.show-template': [{ input: ({ programme }) => ({ slug: programme.call.slug }), outcome: managersSignedIn }],
  'programme.stop': [{ input: (world) => ({ ...theProgramme(world), reason: 'A reason', confirmed: 'yes' }), outcome: managers, changes: ['programme'] }],
  'programme-document.add': [{ input: (world) => ({ ...aDocument(world), storageKey: crypto.randomUUID(), file: aFile }), outcome: only('laureate'), changes: ['file', 'programme_document'] }],
  'programme-document.room': [{ input: aDocument, outcome: onlySignedIn('laureate') }],
  'programme.list': [{ input: nothing, outcome: signedIn }],
  'programme.open': [{ input: theProgramme, outcome: followers, changes: noted, unrecorded: true }],
  'programme.show': [{ input: theProgramme, outcome: onlySignedIn('laureate', 'mentor', 'manager', 'manager-2') }],
  'question.add': [{ input: (world) => ({ ...turn(world), kind: 'long-text', ...asked }), outcome: managers, changes: ['call', 'question'] }],
  'question.change': [{ input: (world) => ({ ...turn(world), questionId: world.preparing.questions[1], ...asked }), outcome: managers, changes: ['call', 'question'] }],
  'question.move': [{ input: (world) => ({ ...turn(world), questionId: world.preparing.questions[2], to: 0 }), outcome: managers, changes: ['call', 'question'] }],
  'question.remove': [{ input: (world) => ({ ...turn(world), questionId: world.preparing.questions[1], confirmed: 'yes' }), outcome: managers, changes: ['call', 'question'] }],
  'ranking.export': [{ input: theRound, outcome: managersSignedIn }],
  'ranking.freeze': [{ about: 'another than was read', input: (world) => ({ ...theRound(world), usedFor: 'shortlist', facts: 'f'.repeat(64) }), outcome: { ...managersSignedIn, manager: 'conflict', 'manager-2': 'conflict' } }],
  'ranking.open': [{ input: (world) => ({ ...theRound(world), rankingId: world.round.rankingId }), outcome: managersSignedIn }],
  'ranking.show': [{ input: theRound, outcome: managersSignedIn }],
  'receipt.show': [{ input: ({ application }) => ({ draftId: application.id, sequence: '1' }), outcome: onlySignedIn('laureate') }],
  'referential.show': [{ input: nothing, outcome: anyone }],
  'round.add-applications': [
    { about: 'that is there already', input: (world) => ({ roundId: world.rounds.preparing.id, applicationIds: [world.round.applicationId] }), outcome: managers },
    { about: 'of another call', input: ({ rounds, application }) => ({ roundId: rounds.preparing.id, applicationIds: [application.id] }), outcome: only() },
  ],
  'round.applications': [{ input: theRound, outcome: managersSignedIn }],
  'round.close': [
    { input: (world) => ({ ...theRound(world), version: 0, confirmed: 'yes' }), outcome: managersSignedIn, changes: ['round'] },
    { about: 'one that is not open', input: (world) => ({ ...asking(world), confirmed: 'yes' }), outcome: { ...managers, manager: 'closed', 'manager-2': 'closed' } },
  ],
  'round.create': [
    { about: 'after the call’s grid', input: ({ round }) => ({ slug: round.call.slug, kind: 'jury', name: words, from: '' }), outcome: managersSignedIn, changes: ['round'] },
    { about: 'after another round', input: ({ round }) => ({ slug: round.call.slug, kind: 'jury', name: words, from: round.id }), outcome: managersSignedIn, changes: ['round', 'round_criterion'] },
  ],
  'round.discard': [
    { input: (world) => ({ ...before(world), confirmed: 'yes' }), outcome: managers, changes: ['round', 'round_application', 'round_criterion', 'scorer'] },
    { about: 'one that asks for links', input: (world) => ({ ...asking(world), confirmed: 'yes' }), outcome: { ...managers, manager: 'closed', 'manager-2': 'closed' } },
  ],
  'round.list': [{ input: ({ round }) => ({ slug: round.call.slug }), outcome: managersSignedIn }],
  'round.open-declarations': [{ input: before, outcome: managers, changes: ['conflict', 'mail', 'round'] }],
  'round.open-scoring': [{ input: (world) => ({ ...asking(world), confirmed: 'yes' }), outcome: managers, changes: ['conflict', 'mail', 'round'] }],
  'round.remove-applications': [{ input: (world) => ({ roundId: world.rounds.preparing.id, applicationIds: [world.round.applicationId] }), outcome: managers, changes: ['round_application'] }],
  'round.save-criteria': [
    { input: (world) => ({ ...before(world), criteria: [{ id: world.rounds.preparing.criterionId, ...aCriterion }] }), outcome: managers, changes: ['round', 'round_criterion'] },
    { about: 'once scoring is open', input: (world) => ({ ...theRound(world), version: 0, criteria: [{ id: world.round.criterionId, ...aCriterion }] }), outcome: { ...managersSignedIn, manager: 'closed', 'manager-2': 'closed' } },
  ],
  'round.save-presentation': [{ input: (world) => ({ ...theRound(world), version: 0, name: words, guidance: words, applicationsPerScorer: '5', declareBy: parisIn(1), dueAt: parisIn(9) }), outcome: managersSignedIn, changes: ['round'] }],
  'round.save-rules': [
    { input: (world) => ({ ...before(world), ...rules }), outcome: managers, changes: ['round'] },
    { about: 'once scoring is open', input: (world) => ({ ...theRound(world), version: 0, ...rules }), outcome: { ...managersSignedIn, manager: 'closed', 'manager-2': 'closed' } },
  ],
  'round.show': [{ input: theRound, outcome: managersSignedIn }],
  'disclosure.cancel': [{ input: ({ programme }) => ({ slug: programme.call.slug, disclosureId: programme.disclosureId }), outcome: managersSignedIn, changes: ['disclosure'] }],
  'disclosure.preview': [{ input: ({ programme }) => ({ slug: programme.call.slug }), outcome: managersSignedIn }],
  'disclosure.propose': [{ about: 'where no laureate is known yet', input: ({ programme }) => ({ slug: programme.call.slug, sha256: '0'.repeat(64) }), outcome: { ...managersSignedIn, manager: 'conflict', 'manager-2': 'conflict' } }],
  'disclosure.release': [{ about: 'that stands no more', input: ({ programme }) => ({ slug: programme.call.slug, disclosureId: programme.disclosureId, confirmed: 1 }), outcome: { ...managersSignedIn, manager: 'conflict', 'manager-2': 'conflict' } }],
  'result.calls': [{ input: nothing, outcome: anyone }],
  'result.list': [{ input: nothing, outcome: anyone }],
  'result.show': [{ about: 'before any release', input: ({ programme }) => ({ slug: programme.call.slug }), outcome: forAll('not-found') }],
  'rupture.list': [{ input: nothing, outcome: anyone }],
  'rupture.names': [{ input: nothing, outcome: anyone }],
  'rupture.list-claimable': [{ input: () => ({ pinned: [] }), outcome: anyone }],
  'rupture.show': [{ input: () => ({ slug: 'delai-premier-rendez-vous-cmp' }), outcome: anyone }],
  'saved-view.remove': [{ input: ({ screening }) => ({ viewId: screening.viewId }), outcome: only('manager'), changes: ['saved_view'] }],
  'saved-view.save': [{ input: (world) => ({ ...theTable(world), name: 'A view', search: { maturity: 'pilot' }, shared: true }), outcome: onlySignedIn('manager', 'manager-2'), changes: ['saved_view'] }],
  'scorer.add': [{ input: (world) => ({ ...theRound(world), members: [{ personId: world.rounds.partner.id, organisationId: world.organisations.foundation }], profile }), outcome: managersSignedIn, changes: ['conflict', 'mail', 'scorer'] }],
  'scorer.add-by-address': [{ input: (world) => ({ ...theRound(world), email: world.rounds.partner.email }), outcome: managersSignedIn, changes: ['conflict', 'mail', 'scorer'] }],
  'scorer.change': [{ input: ({ round }) => ({ scorerId: round.scorers.scorer, ...profile }), outcome: managers, changes: ['scorer'] }],
  'scorer.list': [{ input: theRound, outcome: managersSignedIn }],
  'scorer.remove': [
    { about: 'who has begun', input: ({ round }) => ({ scorerId: round.scorers.scorer }), outcome: managers, changes: ['assignment', 'scorer'] },
    { about: 'who has submitted', input: ({ round }) => ({ scorerId: round.scorers['scorer-2'] }), outcome: managers, changes: ['scorer'] },
  ],
  'scorer.remind': [{ input: ({ round, people }) => ({ roundId: round.id, personIds: [people.scorer.id] }), outcome: managersSignedIn, changes: ['mail'] }],
  'screening.history': [{ input: ({ application }) => ({ applicationId: application.id }), outcome: onlySignedIn('manager', 'manager-2') }],
  'screening.judge': [
    { input: (world) => ({ ...chosen(world), eligibility: 'eligible' }), outcome: onlySignedIn('manager', 'manager-2'), changes: ['application', 'screening_deed'] },
    { about: 'against it', input: (world) => ({ ...chosen(world), eligibility: 'ineligible', motive: 'A motive' }), outcome: onlySignedIn('manager', 'manager-2'), changes: ['application', 'screening_deed'] },
  ],
  'screening.tag': [{ input: (world) => ({ ...chosen(world), tagId: world.screening.looseTagId }), outcome: onlySignedIn('manager', 'manager-2'), changes: ['application_tag', 'screening_deed'] }],
  'screening.undo': [{ input: (world) => ({ ...theTable(world), batchId: world.screening.batchId }), outcome: onlySignedIn('manager', 'manager-2'), changes: ['application_tag', 'screening_deed'] }],
  'screening.untag': [{ input: (world) => ({ ...chosen(world), tagId: world.screening.tagId }), outcome: onlySignedIn('manager', 'manager-2'), changes: ['application_tag', 'screening_deed'] }],
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
  'source.list': [{ input: nothing, outcome: anyone }],
  'source.names': [{ input: nothing, outcome: anyone }],
  'source.show': [{ input: () => ({ slug: 'seed' }), outcome: anyone }],
  'tag.create': [{ input: (world) => ({ ...theTable(world), name: 'A tag' }), outcome: onlySignedIn('manager', 'manager-2'), changes: ['tag'] }],
  'tag.remove': [{ input: ({ screening }) => ({ tagId: screening.tagId, confirmed: 'yes' }), outcome: only('manager', 'manager-2'), changes: ['application_tag', 'tag'] }],
  'webhook.add': [{ input: ({ webhook }) => ({ address: `https://canary.example/${webhook.id}`, events: ['decision.released'] }), outcome: onlySignedIn('admin'), changes: ['webhook'] }],
  'webhook.disable': [{ input: theWebhook, outcome: only('admin') }],
  'webhook.enable': [{ input: theWebhook, outcome: only('admin'), changes: ['webhook'] }],
  'webhook.list': [{ input: nothing, outcome: onlySignedIn('admin') }],
  'webhook.remove': [{ input: theWebhook, outcome: only('admin'), changes: ['webhook', 'webhook_delivery'] }],
  'webhook.replay': [{ input: ({ webhook }) => ({ deliveryId: webhook.deliveryId }), outcome: only('admin'), changes: ['webhook_delivery'] }],
  'webhook.rotate': [{ input: theWebhook, outcome: only('admin'), changes: ['webhook'] }],
  'webhook.show': [{ input: theWebhook, outcome: onlySignedIn('admin') }],
  'tag.rename': [{ input: ({ screening }) => ({ tagId: screening.tagId, name: 'Another name' }), outcome: only('manager', 'manager-2'), changes: ['tag'] }],
}

/**
 * Verbs that trust whoever calls them, for they may not be reached from outside: the sign-in journey, the seed and the
 * console call them. Nothing under app/ may.
 */
export const innerVerbs: ReadonlySet<string> = new Set([
  'demonstration.found', 'demonstration.reach', 'demonstration.stage', 'demonstration.welcome', 'file.add', 'session.open', 'session.prolong', 'sign-in.person-of-identity', 'sign-in.prepare-first-administrator', 'sign-in.with-identity',
])

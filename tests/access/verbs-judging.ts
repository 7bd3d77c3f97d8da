import { anyone, type Case, forAll, managers, managersSignedIn, nothing, only, onlySignedIn, parisIn, signedIn, theHospital, words } from '#tests/access/verb-case.ts'
import type { World } from '#tests/access/world.ts'

const theMeeting = ({ jury }: World) => ({ deliberationId: jury.deliberationId, version: 0 })
const theRound = ({ round }: World) => ({ roundId: round.id })
const before = ({ rounds: { preparing } }: World) => ({ roundId: preparing.id, version: preparing.version })
const asking = ({ rounds: { declaring } }: World) => ({ roundId: declaring.id, version: declaring.version })
const profile = { livedExperience: false, clinical: true, chair: false, cap: '4', stages: ['suivi'], ruptureIds: [] }
const rules = { evaluationsPerApplication: '2', quorum: '2', places: '1', applicantNames: 'shown', scorerNames: 'hidden', shownAfterOwn: 'scores', aggregate: 'median', notApplicable: 'by-criterion', tieRule: ['median', 'criterion:utilite', ''] }
const aCriterion = { name: words, weight: '100', anchors: [words, words, words, words, words], guidance: null, mayBeNotApplicable: true, putTo: 'everyone' }

/** Verbs of rounds, from links to decisions. */
export const judgingVerbs: Readonly<Record<string, readonly Case[]>> = {
  'assignment.abstain': [
    { input: ({ round }) => ({ assignmentId: round.startedId, reason: 'no-time', note: 'A note' }), outcome: only('scorer'), changes: ['assignment'] },
    { about: 'from what was submitted', input: ({ round }) => ({ assignmentId: round.submittedId, reason: 'no-time', note: null }), outcome: { ...only(), 'scorer-2': 'closed' } },
  ],
  'assignment.apply': [{ about: 'one that is not there', input: () => ({ proposalId: crypto.randomUUID() }), outcome: forAll('not-found') }],
  'assignment.board': [{ input: ({ round }) => ({ roundId: round.id }), outcome: managersSignedIn }],
  'assignment.export': [{ input: theRound, outcome: onlySignedIn('scorer', 'scorer-2'), changes: ['consultation'] }],
  'assignment.give': [
    { input: ({ rounds, round, people }) => ({ roundId: rounds.declaring.id, applicationId: round.applicationId, personId: people.scorer.id }), outcome: managers, changes: ['assignment', 'evaluation'] },
    { about: 'to somebody with a link', input: ({ round, people }) => ({ roundId: round.id, applicationId: round.applicationId, personId: people.conflicted.id }), outcome: { ...onlySignedIn(), manager: 'conflict', 'manager-2': 'conflict' } },
  ],
  'assignment.list': [{ input: nothing, outcome: signedIn }],
  'assignment.move': [{ input: ({ round }) => ({ assignmentId: round.startedId, applicationId: round.decidedId }), outcome: { ...forAll('not-found'), manager: 'conflict', 'manager-2': 'conflict' } }],
  'assignment.propose': [{ input: ({ round }) => ({ roundId: round.id }), outcome: managersSignedIn, changes: ['assignment_proposal'] }],
  'assignment.question': [{ input: ({ round }) => ({ roundId: round.id }), outcome: managersSignedIn }],
  'assignment.reassign': [{ input: ({ round, people }) => ({ assignmentId: round.startedId, personId: people.conflicted.id }), outcome: { ...forAll('not-found'), manager: 'conflict', 'manager-2': 'conflict' } }],
  'assignment.resume': [{ about: 'where nobody abstained', input: ({ round }) => ({ assignmentId: round.startedId }), outcome: { ...only(), scorer: 'closed' } }],
  'assignment.show': [{ input: ({ round }) => ({ roundId: round.id }), outcome: managersSignedIn }],
  'assignment.withdraw': [
    { input: ({ round }) => ({ assignmentId: round.startedId }), outcome: managers, changes: ['assignment'] },
    { about: 'once submitted', input: ({ round }) => ({ assignmentId: round.submittedId }), outcome: { ...forAll('not-found'), manager: 'closed', 'manager-2': 'closed' } },
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
  'declared-tie.add': [{ input: (world) => ({ ...theHospital(world), kind: 'client', otherName: 'Another house', otherSiren: '732 829 320' }), outcome: only('scorer'), changes: ['declared_tie'] }],
  'declared-tie.remove': [{ input: ({ rounds }) => ({ tieId: rounds.tieId }), outcome: only('rival'), changes: ['declared_tie'] }],
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
  'ranking.export': [{ input: theRound, outcome: managersSignedIn }],
  'ranking.freeze': [{ about: 'another than was read', input: (world) => ({ ...theRound(world), usedFor: 'shortlist', facts: 'f'.repeat(64) }), outcome: { ...managersSignedIn, manager: 'conflict', 'manager-2': 'conflict' } }],
  'ranking.open': [{ input: (world) => ({ ...theRound(world), rankingId: world.round.rankingId }), outcome: managersSignedIn }],
  'ranking.show': [{ input: theRound, outcome: managersSignedIn }],
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
  'scorer.add': [{ input: (world) => ({ ...theRound(world), members: [{ personId: world.rounds.partner.id, organisationId: world.organisations.foundation }], profile }), outcome: managersSignedIn, changes: ['conflict', 'mail', 'scorer'] }],
  'scorer.add-by-address': [{ input: (world) => ({ ...theRound(world), email: world.rounds.partner.email }), outcome: managersSignedIn, changes: ['conflict', 'mail', 'scorer'] }],
  'scorer.change': [{ input: ({ round }) => ({ scorerId: round.scorers.scorer, ...profile }), outcome: managers, changes: ['scorer'] }],
  'scorer.list': [{ input: theRound, outcome: managersSignedIn }],
  'scorer.remind': [{ input: ({ round, people }) => ({ roundId: round.id, personIds: [people.scorer.id] }), outcome: managersSignedIn, changes: ['mail'] }],
  'scorer.remove': [
    { about: 'who has begun', input: ({ round }) => ({ scorerId: round.scorers.scorer }), outcome: managers, changes: ['assignment', 'scorer'] },
    { about: 'who has submitted', input: ({ round }) => ({ scorerId: round.scorers['scorer-2'] }), outcome: managers, changes: ['scorer'] },
  ],
}

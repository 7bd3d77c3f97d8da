import { aFile, type Case, followers, forAll, managers, managersSignedIn, noted, nothing, only, onlySignedIn, parisIn, signedIn, words } from '#tests/access/verb-case.ts'
import type { World } from '#tests/access/world.ts'
import { parisDate } from '#lib/domain/calendar.ts'

const aMetric = { name: 'Des mots', measure: 'proportion', unit: '%', ucum: '%', direction: 'higher-is-better', numerator: 'x', denominator: 'y', population: 'z', period: '', method: 'm', dataSource: 'd', comparator: 'none', comparatorNote: '', nationalEstimateId: '', baseline: '20', baselineN: '90', baselineOn: '2026-01-01', target: '45', targetOn: '2031-01-01', schedule: '3, 6', lowest: '0', highest: '100' }
const proposed = ({ programme }: World) => ({ metricId: programme.proposedMetricId, version: 0 })
const measured = (which: 'verified' | 'submitted' | 'draft') => ({ programme }: World) => ({ measurementId: programme.measurements[which], version: 0 })
const figures = { periodStart: '2026-01-01', periodEnd: '2026-01-31', value: '50', n: '40' }
const daysAgo = (days: number) => parisDate(new Date(Date.now() - days * 86_400_000))
const aFileOfValues = ({ programme }: World) => ({ programmeId: programme.id, text: `metric,period_start,period_end,value,n\n${programme.metricId},${daysAgo(9)},${daysAgo(8)},48,40\n` })
const shapers = ['laureate', 'manager', 'manager-2'] as const
const theProgramme = ({ programme }: World) => ({ programmeId: programme.id })
const theCommitment = ({ programme }: World) => ({ commitmentId: programme.commitmentId })
const taken = { kind: 'site', title: 'A site', ownerName: '', amount: '1', unit: 'site', dueOn: '' }
const promised = { kind: 'site', title: 'A site', ownerName: '', amount: '1', unit: 'site', programmeId: '', dueOn: '' }
const theCheckIn = (month: number) => ({ programme }: World) => ({ checkInId: programme.checkIns[month - 1] as string })
const theMilestone = (which: 'accepted' | 'done' | 'late' | 'next') => ({ programme }: World) => ({ milestoneId: programme.milestones[which] })
const theSession = ({ programme }: World) => ({ sessionId: programme.sessionId })
const aDocument = ({ programme }: World) => ({ programmeId: programme.id, milestoneId: programme.milestones.late, key: crypto.randomUUID() })

/** Verbs of a laureate’s months and results. */
/** Every field of a view of the board, as a form sends them. */
const boardOfCall = ({ programme }: World) => ({ call: programme.call.slug, rupture: '', stage: '', partner: '', flag: '' })

export const programmeVerbs: Readonly<Record<string, readonly Case[]>> = {
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
  'ask.list': [{ input: nothing, outcome: signedIn }],
  'ask.take-on': [
    { input: ({ programme }) => ({ checkInId: programme.checkIns[0] as string, ...taken }), outcome: only('scorer', 'mentor'), changes: ['commitment', 'mail'] },
    { about: 'of a check-in not filed yet', input: ({ programme }) => ({ checkInId: programme.checkIns[4] as string, ...taken }), outcome: only() },
  ],
  'commitment.change': [{ input: (world) => ({ ...theCommitment(world), version: 0, ...promised, programmeId: world.programme.id }), outcome: managers, changes: ['commitment'] }],
  'commitment.deliver': [{ input: (world) => ({ ...theCommitment(world), key: crypto.randomUUID(), amount: '2', deliveredOn: '2026-01-05', note: '' }), outcome: only('scorer', 'mentor', 'manager', 'manager-2'), changes: ['commitment', 'delivery'] }],
  'commitment.list-call': [{ input: ({ programme }) => ({ slug: programme.call.slug }), outcome: managersSignedIn }],
  'commitment.list-own': [{ input: nothing, outcome: signedIn }],
  'commitment.record': [{ input: ({ programme, organisations }) => ({ slug: programme.call.slug, organisationId: organisations.hospital, ...promised }), outcome: managersSignedIn, changes: ['commitment'] }],
  'commitment.report': [{ input: (world) => ({ ...theCommitment(world), version: 0, state: 'unmet', note: 'A reason' }), outcome: only('scorer', 'mentor', 'manager', 'manager-2'), changes: ['commitment'] }],
  'commitment.withdraw': [{ input: (world) => ({ ...theCommitment(world), version: 0, reason: 'A reason' }), outcome: managers, changes: ['commitment'] }],
  'disclosure.cancel': [{ input: ({ programme }) => ({ slug: programme.call.slug, disclosureId: programme.disclosureId }), outcome: managersSignedIn, changes: ['disclosure'] }],
  'disclosure.preview': [{ input: ({ programme }) => ({ slug: programme.call.slug }), outcome: managersSignedIn }],
  'disclosure.propose': [{ about: 'where no laureate is known yet', input: ({ programme }) => ({ slug: programme.call.slug, sha256: '0'.repeat(64) }), outcome: { ...managersSignedIn, manager: 'conflict', 'manager-2': 'conflict' } }],
  'disclosure.release': [{ about: 'that stands no more', input: ({ programme }) => ({ slug: programme.call.slug, disclosureId: programme.disclosureId, confirmed: 1 }), outcome: { ...managersSignedIn, manager: 'conflict', 'manager-2': 'conflict' } }],
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
  'mentor.accept': [{ about: 'a second time', input: ({ programme }) => ({ mentorId: programme.mentorId, noLink: 'yes', confidential: 'yes' }), outcome: { ...only(), mentor: 'closed' } }],
  'mentor.add': [
    { input: (world) => ({ ...theProgramme(world), member: `${world.people.scorer.id}_${world.organisations.hospital}` }), outcome: managers, changes: ['mail', 'mentor'] },
    { about: 'who mentors already', input: (world) => ({ ...theProgramme(world), member: `${world.people.mentor.id}_${world.organisations.hospital}` }), outcome: { ...managers, manager: 'conflict', 'manager-2': 'conflict' } },
    { about: 'of no partner of the call', input: (world) => ({ ...theProgramme(world), member: `${world.people['scorer-2'].id}_${world.organisations.foundation}` }), outcome: forAll('not-found') },
  ],
  'mentor.decline': [{ input: ({ programme }) => ({ mentorId: programme.mentorId, reason: 'employment', note: 'A note' }), outcome: only('mentor'), changes: ['conflict', 'mail', 'mentor'] }],
  'mentor.end': [{ input: ({ programme }) => ({ mentorId: programme.mentorId, reason: 'A reason' }), outcome: managers, changes: ['mail', 'mentor'] }],
  'mentor.list': [{ input: nothing, outcome: signedIn }],
  'mentoring-session.cancel': [{ input: (world) => ({ ...theSession(world), reason: 'A reason' }), outcome: only('laureate', 'mentor'), changes: ['mail', 'mentoring_session'] }],
  'mentoring-session.choose': [{ input: (world) => ({ ...theSession(world), time: world.programme.sessionTimes[0] }), outcome: { ...only('mentor'), laureate: 'conflict' }, changes: ['mail', 'mentoring_session'] }],
  'mentoring-session.keep-own-note': [{ input: (world) => ({ ...theSession(world), notes: 'A note' }), outcome: followers, changes: ['session_note'] }],
  'mentoring-session.note': [{ input: (world) => ({ ...theSession(world), version: 0, notes: 'A note' }), outcome: only('laureate', 'mentor'), changes: ['mentoring_session'] }],
  'mentoring-session.propose': [{ input: (world) => ({ ...theProgramme(world), subject: 'A subject', minutes: '60', place: '', times: [parisIn(3)] }), outcome: only('laureate', 'mentor'), changes: ['mail', 'mentoring_session'] }],
  'mentoring-session.propose-others': [{ input: (world) => ({ ...theSession(world), times: [parisIn(3)] }), outcome: only('laureate', 'mentor'), changes: ['mail', 'mentoring_session'] }],
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
  'notice.choose': [{ input: () => ({ choices: { 'check-in-due': 'at-once' }, quiet: { from: '', until: '8' }, digestDay: '1', digestHour: '8' }), outcome: signedIn, changes: ['notice_preference'] }],
  'notice.list': [{ input: nothing, outcome: signedIn }],
  'notice.see': [
    { input: ({ programme }) => ({ noticeId: programme.noticeId }), outcome: only('laureate'), changes: ['notice'], unrecorded: true },
    { about: 'all of one’s own', input: () => ({ noticeId: null }), outcome: signedIn, changes: (asker) => (['laureate', 'manager'].includes(asker) ? ['notice'] : []), unrecorded: true },
  ],
  'notice.show-choice': [{ input: nothing, outcome: signedIn }],
  'programme-document.add': [{ input: (world) => ({ ...aDocument(world), storageKey: crypto.randomUUID(), file: aFile }), outcome: only('laureate'), changes: ['file', 'programme_document'] }],
  'programme-document.room': [{ input: aDocument, outcome: onlySignedIn('laureate') }],
  'programme-metric.add': [{ input: (world) => ({ ...theProgramme(world), ruptureId: world.programme.ruptureId, ...aMetric }), outcome: only(...shapers), changes: ['programme_metric'] }],
  'programme-metric.agree': [{ input: proposed, outcome: only(...shapers), changes: ['programme_metric'] }],
  'programme-metric.amend': [{ input: (world) => ({ metricId: world.programme.metricId, version: 0, ...aMetric, reason: 'A reason' }), outcome: managers, changes: ['amendment', 'programme_metric'] }],
  'programme-metric.list': [{ input: theProgramme, outcome: onlySignedIn(...shapers, 'mentor') }],
  'programme-metric.remove': [{ input: (world) => ({ ...proposed(world), confirmed: 'yes' }), outcome: only(...shapers), changes: ['programme_metric'] }],
  'programme-metric.shape': [{ input: (world) => ({ ...proposed(world), ...aMetric }), outcome: only(...shapers), changes: ['programme_metric'] }],
  'programme-metric.show': [{ input: ({ programme }) => ({ metricId: programme.metricId }), outcome: onlySignedIn(...shapers, 'mentor') }],
  'programme.board': [{ input: ({ programme }) => ({ call: programme.call.slug }), outcome: managersSignedIn }],
  'programme.portfolio': [{ input: boardOfCall, outcome: managersSignedIn, changes: ['consultation'] }],
  'programme.report': [{ input: theProgramme, outcome: followers, changes: noted, unrecorded: true }],
  'programme.export-board': [{ input: boardOfCall, outcome: managersSignedIn, changes: ['consultation'] }],
  'programme.list': [{ input: nothing, outcome: signedIn }],
  'programme.open': [{ input: theProgramme, outcome: followers, changes: noted, unrecorded: true }],
  'programme.save-template': [{ input: ({ programme }) => ({ slug: programme.call.slug, version: 0, months: '9', modules: [{ title: words }], milestones: [{ title: words, month: '3' }], followUps: '12', startsOn: '' }), outcome: managersSignedIn, changes: ['programme_template'] }],
  'programme.show': [{ input: theProgramme, outcome: onlySignedIn('laureate', 'mentor', 'manager', 'manager-2') }],
  'programme.preview-reminders': [{ input: ({ programme }) => ({ call: programme.call.slug }), outcome: managersSignedIn }],
  'programme.remind': [
    { about: 'by a mail that nobody read', input: ({ programme }) => ({ key: crypto.randomUUID(), chosen: [{ id: programme.id, mark: 'another' }] }), outcome: { ...managersSignedIn, manager: 'conflict', 'manager-2': 'conflict' } },
    { about: 'one that is not there', input: () => ({ key: crypto.randomUUID(), chosen: [{ id: crypto.randomUUID(), mark: 'another' }] }), outcome: onlySignedIn() },
  ],
  'programme.show-managed': [{ input: theProgramme, outcome: managers, changes: ['consultation'], unrecorded: true }],
  'programme.show-template': [{ input: ({ programme }) => ({ slug: programme.call.slug }), outcome: managersSignedIn }],
  'programme.stop': [{ input: (world) => ({ ...theProgramme(world), reason: 'A reason', confirmed: 'yes' }), outcome: managers, changes: ['programme'] }],
}

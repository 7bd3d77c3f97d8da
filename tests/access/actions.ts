import { readFileSync } from 'node:fs'
import { parisClockText, parisDate } from '#lib/domain/calendar.ts'
import type { Persona } from '#tests/access/routes.ts'
import type { World } from '#tests/access/world.ts'

export type ServerAction = {
  /** What the form sends. */
  fields: (world: World) => Record<string, string>
  /** Somebody for whom it succeeds, to know that the call is well made. */
  for: Persona
  /** What nobody, and somebody it is not for, are refused with. */
  visitor?: 'unauthenticated' | 'not-found'
  wrong?: readonly [Persona, 'not-found' | 'conflict']
  /** What it comes to for them, where the world has no use for it: `done` unless said otherwise. */
  expect?: 'conflict' | 'closed'
  /** For signing in, which is anybody's: what the form must not be sent with, and what is answered. */
  unfit?: readonly [Record<string, string>, 'not-found' | 'invalid']
}

const house = { name: 'A house', kind: 'hospital', siren: '732829320', domains: 'house.example' }
const hospital = ({ organisations }: World) => ({ organisationId: organisations.hospital })
const mentorsSeat = (world: World) => ({ ...hospital(world), membershipId: world.people.mentor.seatId })
const offer = ({ invitation }: World) => ({ invitationId: invitation.id })
const founder = ({ people }: World) => ({ personId: people.founder.id, search: '' })
const table = ({ openCall }: World) => ({ slug: openCall.slug, query: '' })
const tag = (world: World) => ({ ...table(world), tagId: world.screening.tagId })
const meeting = ({ jury }: World) => ({ deliberationId: jury.deliberationId, version: '0' })
const judged = ({ round }: Pick<World, 'round'>) => ({ slug: round.call.slug })
const theWebhook = ({ webhook }: World) => ({ webhookId: webhook.id })
const published = ({ programme }: World) => ({ slug: programme.call.slug, disclosureId: programme.disclosureId })
const nothing = () => ({})

const own = { visitor: 'unauthenticated' } as const
const ofOwner = { for: 'scorer', visitor: 'not-found', wrong: ['mentor', 'not-found'] } as const
const ofInvited = { for: 'laureate', visitor: 'not-found', wrong: ['scorer', 'not-found'] } as const
const ofLaureate = { for: 'laureate', visitor: 'not-found', wrong: ['founder', 'not-found'] } as const
const ofMentor = { for: 'mentor', visitor: 'not-found', wrong: ['founder', 'not-found'] } as const
const ofFollowing = { for: 'manager', visitor: 'not-found', wrong: ['laureate', 'not-found'] } as const
const ofAdministrator = { for: 'admin', visitor: 'not-found', wrong: ['manager', 'not-found'] } as const

const turn = ({ preparing: { slug, version } }: World) => ({ slug, version: String(version) })
const words = (name: string) => ({ [`${name}.fr`]: 'Des mots', [`${name}.en`]: 'Words' })
const named = (world: World) => ({ ...turn(world), questionId: world.preparing.questions[1] })
const asked = { ...words('label'), required: 'yes', audience: 'jury', shownIf: '', limit: '80' }
const newCall = () => ({ initiative: 'impact', ...words('title'), slug: `made-${crypto.randomUUID().slice(0, 20)}` })
/** What is not public yet does not exist for anybody else. */
const ofManagers = { for: 'manager', visitor: 'not-found', wrong: ['admin', 'not-found'] } as const
const ofManagersAlone = { ...ofManagers, visitor: 'unauthenticated' } as const

const attempt = () => ({ version: '1', key: crypto.randomUUID(), confirmed: 'yes' })
const word = ({ application }: World) => ({ draftId: application.id, key: crypto.randomUUID(), text: 'A word' })
const inDays = (days: number) => parisClockText(new Date(Date.now() + days * 86_400_000))
const ofScorer = { for: 'scorer', visitor: 'not-found', wrong: ['scorer-2', 'not-found'] } as const
const ofApplicant = { for: 'laureate', visitor: 'not-found', wrong: ['rival', 'not-found'] } as const

const ofRound = ({ rounds: { preparing } }: World) => ({ roundId: preparing.id, version: String(preparing.version) })

const commitment = ({ programme }: World) => ({ commitmentId: programme.commitmentId, version: '0' })
const promised = { kind: 'site', title: 'A site', ownerName: '', amount: '1', unit: 'site', programmeId: '', dueOn: '' }
const part = () => ({ key: crypto.randomUUID(), amount: '2', deliveredOn: '2026-01-05', note: '' })
const definition = { name: 'Des mots', measure: 'proportion', unit: '%', ucum: '%', direction: 'higher-is-better', numerator: 'x', denominator: 'y', population: 'z', period: '', method: 'm', dataSource: 'd', comparator: 'none', comparatorNote: '', nationalEstimateId: '', baseline: '20', baselineN: '90', baselineOn: '2026-01-01', target: '45', targetOn: '2031-01-01', schedule: '3, 6', lowest: '0', highest: '100' }
const proposed = ({ programme }: World) => ({ metricId: programme.proposedMetricId, version: '0' })
const measured = (which: 'verified' | 'submitted' | 'draft') => ({ programme }: World) => ({ measurementId: programme.measurements[which], version: '0' })
const figures = { periodStart: '2026-01-01', periodEnd: '2026-01-31', value: '50', n: '40' }
const daysAgo = (days: number) => parisDate(new Date(Date.now() - days * 86_400_000))
const aFileOfValues = ({ programme }: World) => ({ text: `metric,period_start,period_end,value,n\n${programme.metricId},${daysAgo(9)},${daysAgo(8)},48,40\n`, confirmed: '1' })
const ofVerifier = { for: 'mentor', visitor: 'not-found', wrong: ['laureate', 'not-found'] } as const

/** Every server action, by the file it stands in and its name, with who is refused. One that is missing here fails the suite. */
export const actions: Readonly<Record<string, ServerAction>> = {
  'account/actions.ts#closeAgenda': { fields: nothing, for: 'founder', ...own },
  'account/actions.ts#closeOtherSessions': { fields: nothing, for: 'founder', ...own },
  'account/actions.ts#closeSession': { fields: ({ people }) => ({ sessionId: people.founder.sessionId }), for: 'founder', ...own, wrong: ['rival', 'not-found'] },
  'account/actions.ts#openAgenda': { fields: nothing, for: 'founder', ...own },
  'account/actions.ts#removeAccount': { fields: () => ({ confirmed: 'yes' }), for: 'mentor', ...own, wrong: ['founder', 'conflict'] },
  'account/actions.ts#saveNotices': { fields: () => ({ 'choices.check-in-due': 'at-once', 'quiet.from': '22', 'quiet.until': '7', digestDay: '1', digestHour: '8' }), for: 'founder', ...own },
  'account/actions.ts#saveProfile': { fields: () => ({ name: 'A new name', locale: 'en' }), for: 'founder', ...own },
  'account/actions.ts#signOut': { fields: nothing, for: 'founder' },
  'account/actions.ts#signOutEverywhere': { fields: nothing, for: 'founder', ...own },
  'admin/actions.ts#disable': { fields: founder, ...ofAdministrator },
  'admin/actions.ts#enable': { fields: ({ disabled }) => ({ personId: disabled.id, search: '' }), ...ofAdministrator },
  'admin/actions.ts#makeAdmin': { fields: founder, ...ofAdministrator },
  'admin/actions.ts#withdrawAdmin': { fields: ({ people }) => ({ personId: people.admin.id, search: '' }), ...ofAdministrator },
  'admin/webhooks/actions.ts#add': { fields: () => ({ address: 'https://canary.example/hook', events: 'decision.released' }), ...ofAdministrator, visitor: 'unauthenticated' },
  'admin/webhooks/actions.ts#disable': { fields: theWebhook, ...ofAdministrator },
  'admin/webhooks/actions.ts#enable': { fields: theWebhook, ...ofAdministrator },
  'admin/webhooks/actions.ts#remove': { fields: theWebhook, ...ofAdministrator },
  'admin/webhooks/actions.ts#replay': { fields: ({ webhook }) => ({ deliveryId: webhook.deliveryId }), ...ofAdministrator },
  'admin/webhooks/actions.ts#rotate': { fields: theWebhook, ...ofAdministrator },
  'applications/actions.ts#finish': { fields: ({ correction, application }) => ({ ...attempt(), draftId: application.id, correctionId: correction.id }), ...ofApplicant },
  'applications/actions.ts#send': { fields: word, ...ofApplicant },
  'applications/actions.ts#startFrom': { fields: ({ laterCall, draft }) => ({ slug: laterCall.slug, fromId: draft.id, key: crypto.randomUUID() }), for: 'founder', visitor: 'unauthenticated', wrong: ['rival', 'not-found'] },
  'applications/actions.ts#submit': { fields: ({ draft }) => ({ ...attempt(), draftId: draft.id }), for: 'founder', visitor: 'not-found', wrong: ['manager', 'not-found'] },
  'applications/actions.ts#withdraw': { fields: ({ application }) => ({ applicationId: application.id, confirmed: 'yes' }), ...ofApplicant },
  'invitations/actions.ts#acceptOffer': { fields: offer, ...ofInvited },
  'invitations/actions.ts#declineOffer': { fields: offer, ...ofInvited },
  'manage/calls/[slug]/programme/actions.ts#saveProgramme': { fields: ({ programme }) => ({ slug: programme.call.slug, version: '0', months: '9', startsOn: '', followUps: '12', ...words('modules.0.title'), ...words('milestones.0.title'), 'milestones.0.month': '3' }), ...ofManagersAlone },
  'manage/calls/[slug]/commitments/actions.ts#change': { fields: (world) => ({ ...commitment(world), ...promised, programmeId: world.programme.id }), ...ofManagers },
  'manage/calls/[slug]/commitments/actions.ts#deliver': { fields: (world) => ({ ...commitment(world), ...part() }), ...ofManagers },
  'manage/calls/[slug]/commitments/actions.ts#record': { fields: ({ programme, organisations }) => ({ slug: programme.call.slug, organisationId: organisations.hospital, ...promised }), ...ofManagersAlone },
  'manage/calls/[slug]/commitments/actions.ts#withdraw': { fields: (world) => ({ ...commitment(world), reason: 'A reason' }), ...ofManagers },
  'manage/programmes/[id]/actions.ts#add': { fields: ({ programme, people, organisations }) => ({ programmeId: programme.id, member: `${people.scorer.id}_${organisations.hospital}` }), ...ofManagers },
  'manage/programmes/[id]/actions.ts#end': { fields: ({ programme }) => ({ mentorId: programme.mentorId, reason: 'A reason' }), ...ofManagers },
  'manage/programmes/[id]/actions.ts#stop': { fields: ({ programme }) => ({ programmeId: programme.id, reason: 'A reason', confirmed: 'yes' }), ...ofManagers },
  'notices/actions.ts#see': { fields: ({ programme }) => ({ noticeId: programme.noticeId }), ...ofLaureate },
  'notices/actions.ts#seeAll': { fields: nothing, for: 'laureate', ...own },
  'commitments/actions.ts#deliver': { fields: (world) => ({ ...commitment(world), ...part() }), for: 'scorer', visitor: 'not-found', wrong: ['laureate', 'not-found'] },
  'commitments/actions.ts#takeOn': { fields: ({ programme }) => ({ checkInId: programme.checkIns[0] as string, ...promised }), for: 'scorer', visitor: 'not-found', wrong: ['laureate', 'not-found'] },
  'commitments/actions.ts#report': { fields: (world) => ({ ...commitment(world), state: 'unmet', note: 'A reason' }), for: 'scorer', visitor: 'not-found', wrong: ['laureate', 'not-found'] },
  'manage/calls/[slug]/applications/actions.ts#createTag': { fields: (world) => ({ ...table(world), name: 'A tag' }), ...ofManagersAlone },
  'manage/calls/[slug]/applications/actions.ts#removeTag': { fields: (world) => ({ ...tag(world), confirmed: 'yes' }), ...ofManagers },
  'manage/calls/[slug]/applications/actions.ts#removeView': { fields: (world) => ({ ...table(world), viewId: world.screening.viewId }), ...ofManagers, wrong: ['manager-2', 'not-found'] },
  'manage/calls/[slug]/applications/actions.ts#renameTag': { fields: (world) => ({ ...tag(world), name: 'Another name' }), ...ofManagers },
  'manage/calls/[slug]/applications/actions.ts#saveView': { fields: (world) => ({ ...table(world), name: 'A view', shared: 'yes' }), ...ofManagersAlone },
  'manage/calls/[slug]/applications/actions.ts#screen': { fields: (world) => ({ ...table(world), deed: 'eligible', chosen: `${world.application.id}:pending.` }), ...ofManagersAlone },
  'manage/applications/actions.ts#ask': { fields: ({ application }) => ({ draftId: application.id, 'field.pitch': 'yes', request: 'More', until: inDays(10) }), ...ofManagers, wrong: ['laureate', 'not-found'] },
  'manage/applications/actions.ts#cancel': { fields: ({ correction }) => ({ correctionId: correction.id }), ...ofManagers, wrong: ['laureate', 'not-found'] },
  'manage/applications/actions.ts#send': { fields: word, ...ofManagers },
  'manage/calls/[slug]/results/actions.ts#cancel': { fields: published, ...ofManagersAlone },
  'manage/calls/[slug]/results/actions.ts#propose': { fields: (world) => ({ ...published(world), sha256: 'f'.repeat(64) }), ...ofManagersAlone, expect: 'conflict' },
  'manage/calls/[slug]/results/actions.ts#release': { fields: (world) => ({ ...published(world), confirmed: '1' }), ...ofManagersAlone, expect: 'conflict' },
  'manage/calls/[slug]/decisions/actions.ts#cancel': { fields: ({ round }) => ({ ...judged({ round }), releaseId: round.releaseId }), ...ofManagersAlone },
  'manage/calls/[slug]/decisions/actions.ts#decideChosen': { fields: ({ round }) => ({ ...judged({ round }), chosen: `${round.applicationId} `, outcome: 'laureate' }), ...ofManagersAlone },
  'manage/calls/[slug]/decisions/actions.ts#propose': { fields: ({ round }) => ({ ...judged({ round }), sha256: 'f'.repeat(64) }), ...ofManagersAlone, expect: 'conflict' },
  'manage/calls/[slug]/decisions/actions.ts#refuse': { fields: judged, ...ofManagersAlone },
  'manage/calls/[slug]/decisions/actions.ts#release': { fields: ({ round }) => ({ ...judged({ round }), releaseId: round.releaseId, confirmed: '1' }), ...ofManagersAlone, expect: 'conflict' },
  'manage/calls/[slug]/decisions/actions.ts#takeBack': { fields: ({ round }) => ({ ...judged({ round }), applicationId: round.decidedId, version: '0' }), ...ofManagers },
  'manage/calls/[slug]/deadline/actions.ts#grant': { fields: ({ openCall, organisations, people }) => ({ slug: openCall.slug, organisationId: organisations['start-up'], email: people.founder.email, until: inDays(25), reason: 'A strike' }), ...ofManagersAlone, wrong: ['founder', 'not-found'] },
  'manage/calls/[slug]/deadline/actions.ts#move': { fields: ({ openCall }) => ({ slug: openCall.slug, version: '0', to: inDays(25), reason: 'A holiday' }), ...ofManagersAlone, wrong: ['founder', 'not-found'] },
  'manage/calls/[slug]/deadline/actions.ts#revoke': { fields: ({ permit }) => ({ permitId: permit.id }), ...ofManagers, wrong: ['founder', 'not-found'] },
  'manage/calls/actions.ts#add': { fields: (world) => ({ ...turn(world), ...asked, kind: 'long-text' }), ...ofManagers },
  'manage/calls/actions.ts#calendar': { fields: (world) => ({ ...turn(world), opensAt: '2031-03-10T09:00', closesAt: '2031-04-20T17:00', answerOn: '2031-06-10', ...words('phases.0.title'), 'phases.0.startsAt': '2031-03-10T09:00' }), ...ofManagers },
  'manage/calls/actions.ts#challenges': { fields: (world) => ({ ...turn(world), 'challenges.0.id': world.preparing.challengeId, ...words('challenges.0.title') }), ...ofManagers },
  'manage/calls/actions.ts#change': { fields: (world) => ({ ...named(world), ...asked }), ...ofManagers },
  'manage/calls/actions.ts#clone': { fields: () => ({ ...newCall(), from: 'impact-2', 'shift.by': '4', 'shift.unit': 'years' }), ...ofManagersAlone },
  'manage/calls/actions.ts#create': { fields: newCall, ...ofManagersAlone },
  'manage/calls/actions.ts#discard': { fields: (world) => ({ ...turn(world), confirmed: 'yes' }), ...ofManagers },
  'manage/calls/actions.ts#eligibility': { fields: (world) => ({ ...turn(world), ...words('whoMayApply'), 'kinds.start-up': 'yes', ...words('rules.0.statement'), ...words('rules.0.reason'), 'rules.0.eligible': 'no' }), ...ofManagers },
  'manage/calls/actions.ts#freeze': { fields: (world) => ({ ...turn(world), 'staysOpen.links': 'yes', staysOpenUntil: '2031-05-01T12:00' }), ...ofManagers },
  'manage/calls/actions.ts#move': { fields: (world) => ({ ...turn(world), move: `${world.preparing.questions[2]}:0` }), ...ofManagers },
  'manage/calls/actions.ts#partners': { fields: (world) => ({ ...turn(world), 'partners.0.organisationId': world.organisations.foundation, ...words('partners.0.role') }), ...ofManagers },
  'manage/calls/actions.ts#presentation': { fields: (world) => ({ ...turn(world), ...words('title'), edition: '3', ...words('target') }), ...ofManagers },
  'manage/calls/actions.ts#propose': { fields: (world) => turn(world), ...ofManagers, expect: 'conflict' },
  'manage/calls/actions.ts#publish': { fields: (world) => turn(world), ...ofManagers },
  'manage/calls/actions.ts#publishVersion': { fields: ({ openCall }) => ({ slug: openCall.slug, version: '0', remark: 'Des mots' }), ...ofManagersAlone },
  'manage/calls/actions.ts#remove': { fields: (world) => ({ ...named(world), confirmed: 'yes' }), ...ofManagers },
  'manage/calls/actions.ts#rubric': { fields: (world) => ({ ...turn(world), ...words('criteria.0.name'), 'criteria.0.weight': '100', ...Object.assign({}, ...[0, 1, 2, 3, 4].map((mark) => words(`criteria.0.anchors.${mark}`))) }), ...ofManagers },
  'manage/rounds/[id]/conflicts/actions.ts#declareOwn': { fields: ({ round }) => ({ roundId: round.id, applicationId: round.applicationId, reason: 'employment' }), ...ofManagers },
  'manage/rounds/[id]/conflicts/actions.ts#detect': { fields: ({ rounds }) => ({ roundId: rounds.declaring.id }), ...ofManagers },
  'manage/rounds/[id]/conflicts/actions.ts#lift': { fields: ({ round }) => ({ roundId: round.id, conflictId: round.conflictId, motive: 'A motive' }), ...ofManagers, wrong: ['conflicted', 'not-found'] },
  'manage/rounds/[id]/conflicts/actions.ts#pin': { fields: ({ rounds, round, people }) => ({ roundId: rounds.declaring.id, applicationId: round.applicationId, personId: people.scorer.id, reason: 'competition' }), ...ofManagers, wrong: ['scorer', 'not-found'] },
  'manage/rounds/[id]/ranking/actions.ts#freeze': { fields: ({ round }) => ({ roundId: round.id, usedFor: 'jury', facts: 'f'.repeat(64) }), ...ofManagersAlone, expect: 'conflict' },
  'manage/rounds/[id]/scorers/actions.ts#addMembers': { fields: ({ rounds: { preparing, partner }, organisations }) => ({ roundId: preparing.id, [`members.${partner.id}_${organisations.foundation}`]: 'yes' }), ...ofManagers },
  'manage/rounds/[id]/scorers/actions.ts#addOne': { fields: ({ rounds: { preparing, partner } }) => ({ roundId: preparing.id, email: partner.email }), ...ofManagers },
  'manage/rounds/[id]/scorers/actions.ts#change': { fields: ({ round }) => ({ scorerId: round.scorers.scorer, clinical: 'yes', cap: '4', 'stages.suivi': 'yes' }), ...ofManagers, wrong: ['scorer', 'not-found'] },
  'manage/rounds/[id]/scorers/actions.ts#remove': { fields: ({ round }) => ({ scorerId: round.scorers.scorer }), ...ofManagers, wrong: ['scorer', 'not-found'] },
  'manage/rounds/actions.ts#addChosen': { fields: ({ rounds, round }) => ({ roundId: rounds.preparing.id, [`chosen.${round.applicationId}`]: 'yes' }), ...ofManagers },
  'manage/rounds/actions.ts#ask': { fields: ofRound, ...ofManagers },
  'manage/rounds/actions.ts#close': { fields: ({ round }) => ({ roundId: round.id, version: '0', confirmed: 'yes' }), ...ofManagersAlone },
  'manage/rounds/actions.ts#create': { fields: ({ round }) => ({ slug: round.call.slug, kind: 'jury', ...words('name'), from: '' }), ...ofManagersAlone },
  'manage/rounds/actions.ts#criteria': { fields: (world) => ({ ...ofRound(world), 'criteria.0.id': world.rounds.preparing.criterionId, ...words('criteria.0.name'), 'criteria.0.weight': '100', 'criteria.0.putTo': 'clinical', ...Object.assign({}, ...[0, 1, 2, 3, 4].map((mark) => words(`criteria.0.anchors.${mark}`))) }), ...ofManagers },
  'manage/rounds/actions.ts#discard': { fields: (world) => ({ ...ofRound(world), confirmed: 'yes' }), ...ofManagers },
  'manage/rounds/actions.ts#open': { fields: ({ rounds }) => ({ roundId: rounds.declaring.id, version: '0', confirmed: 'yes' }), ...ofManagers, wrong: ['scorer', 'not-found'] },
  'manage/rounds/actions.ts#presentation': { fields: (world) => ({ ...ofRound(world), ...words('name'), ...words('guidance'), applicationsPerScorer: '5', dueAt: inDays(9) }), ...ofManagers },
  'manage/rounds/actions.ts#removeChosen': { fields: ({ rounds, round }) => ({ roundId: rounds.preparing.id, [`chosen.${round.applicationId}`]: 'yes' }), ...ofManagers },
  'manage/rounds/actions.ts#rules': { fields: (world) => ({ ...ofRound(world), evaluationsPerApplication: '2', quorum: '2', places: '1', applicantNames: 'shown', scorerNames: 'hidden', shownAfterOwn: 'scores', aggregate: 'median', notApplicable: 'by-criterion', 'tieRule.0': 'median', 'tieRule.1': '' }), ...ofManagers },
  'manage/rounds/[id]/actions.ts#remind': { fields: ({ round, people }) => ({ roundId: round.id, chosen: people.scorer.id }), ...ofManagersAlone },
  'manage/rounds/[id]/assignments/actions.ts#apply': { fields: ({ round }) => ({ proposalId: round.proposalId }), ...ofManagers, expect: 'conflict' },
  'manage/rounds/[id]/assignments/actions.ts#give': { fields: ({ rounds, round, people }) => ({ roundId: rounds.declaring.id, applicationId: round.applicationId, personId: people.scorer.id }), ...ofManagers },
  'manage/rounds/[id]/assignments/actions.ts#move': { fields: ({ round }) => ({ assignmentId: round.startedId, applicationId: round.decidedId }), ...ofManagers, expect: 'conflict' },
  'manage/rounds/[id]/assignments/actions.ts#propose': { fields: ({ round }) => ({ roundId: round.id, seed: '1', rupture: '5', stage: '2', clinical: '4', livedExperience: '4', balance: '1' }), ...ofManagersAlone },
  'manage/rounds/[id]/assignments/actions.ts#reopen': { fields: ({ round }) => ({ roundId: round.id, evaluationId: round.submittedId, applicationId: round.applicationId, reason: 'A reason' }), ...ofManagers },
  'manage/rounds/[id]/assignments/actions.ts#replace': { fields: ({ round, people }) => ({ assignmentId: round.startedId, personId: people.conflicted.id }), ...ofManagers, expect: 'conflict' },
  'manage/rounds/[id]/assignments/actions.ts#withdraw': { fields: ({ round }) => ({ assignmentId: round.startedId, applicationId: round.applicationId }), ...ofManagers },
  'manage/rounds/[id]/jury/actions.ts#arrive': { fields: ({ jury, people }) => ({ deliberationId: jury.deliberationId, personId: people.scorer.id }), for: 'scorer', visitor: 'not-found', wrong: ['scorer-2', 'not-found'] },
  'manage/rounds/[id]/jury/actions.ts#end': { fields: (world) => ({ ...meeting(world), confirmed: 'yes' }), for: 'scorer', visitor: 'not-found', wrong: ['scorer-2', 'not-found'] },
  'manage/rounds/[id]/jury/actions.ts#leave': { fields: ({ jury, people }) => ({ deliberationId: jury.deliberationId, personId: people['scorer-2'].id }), for: 'scorer-2', visitor: 'not-found', wrong: ['rival', 'not-found'] },
  'manage/rounds/[id]/jury/actions.ts#move': { fields: (world) => ({ ...meeting(world), applicationId: world.jury.applicationId }), for: 'scorer', visitor: 'not-found', wrong: ['scorer-2', 'not-found'] },
  'manage/rounds/[id]/jury/actions.ts#note': { fields: ({ jury }) => ({ deliberationId: jury.deliberationId, applicationId: jury.applicationId, notesVersion: '0', notes: 'A word' }), for: 'manager', visitor: 'not-found', wrong: ['scorer-2', 'not-found'] },
  'manage/rounds/[id]/jury/actions.ts#plan': { fields: ({ jury }) => ({ roundId: jury.roundId }), for: 'manager', visitor: 'unauthenticated', wrong: ['scorer', 'not-found'], expect: 'closed' },
  'manage/rounds/[id]/jury/actions.ts#score': { fields: ({ jury }) => ({ deliberationId: jury.deliberationId, applicationId: jury.applicationId, score: '3.5' }), for: 'scorer-2', visitor: 'not-found', wrong: ['manager', 'not-found'] },
  'manage/rounds/[id]/jury/actions.ts#start': { fields: meeting, for: 'manager', visitor: 'not-found', wrong: ['scorer-2', 'not-found'], expect: 'closed' },
  'manage/rounds/[id]/jury/actions.ts#step': { fields: (world) => ({ ...meeting(world), step: 'revealed' }), for: 'manager', visitor: 'not-found', wrong: ['scorer-2', 'not-found'] },
  'organisations/actions.ts#close': { fields: ({ emptyHouse }) => ({ organisationId: emptyHouse.id, confirmed: 'yes' }), ...ofOwner, for: 'conflicted', wrong: ['admin', 'not-found'] },
  'organisations/actions.ts#create': { fields: () => house, for: 'mentor', ...own },
  'organisations/actions.ts#invite': { fields: (world) => ({ ...hospital(world), email: 'new@house.example', role: 'member', locale: 'fr' }), ...ofOwner },
  'organisations/actions.ts#leave': { fields: hospital, for: 'mentor', ...own, wrong: ['rival', 'not-found'] },
  'organisations/actions.ts#remove': { fields: mentorsSeat, ...ofOwner },
  'organisations/actions.ts#revoke': { fields: (world) => ({ ...hospital(world), ...offer(world) }), for: 'scorer', visitor: 'not-found', wrong: ['laureate', 'not-found'] },
  'organisations/actions.ts#setRole': { fields: (world) => ({ ...mentorsSeat(world), role: 'owner' }), ...ofOwner },
  'organisations/actions.ts#tie': { fields: (world) => ({ ...hospital(world), kind: 'client', otherName: 'Another house', otherSiren: '' }), ...ofOwner },
  'organisations/actions.ts#transfer': { fields: mentorsSeat, ...ofOwner, wrong: ['admin', 'not-found'] },
  'organisations/actions.ts#untie': { fields: ({ organisations, rounds }) => ({ organisationId: organisations['other start-up'], tieId: rounds.tieId }), for: 'rival', visitor: 'not-found', wrong: ['founder', 'not-found'] },
  'organisations/actions.ts#update': { fields: (world) => ({ ...hospital(world), ...house }), ...ofOwner },
  'mentoring/actions.ts#accept': { fields: ({ programme }) => ({ mentorId: programme.mentorId, noLink: 'yes', confidential: 'yes' }), ...ofMentor, expect: 'closed' },
  'mentoring/actions.ts#decline': { fields: ({ programme }) => ({ mentorId: programme.mentorId, reason: 'no-time', note: '' }), ...ofMentor },
  'programmes/actions.ts#answer': { fields: ({ programme }) => ({ checkInId: String(programme.checkIns[0]), text: 'Des mots' }), ...ofMentor },
  'programmes/actions.ts#write': { fields: ({ programme }) => ({ programmeId: programme.id, checkInId: String(programme.checkIns[4]), language: 'fr', version: '1', intent: 'save', mood: 'on-track', blockers: 'Des mots' }), ...ofLaureate, visitor: 'unauthenticated' },
  'programmes/actions.ts#skip': { fields: ({ programme }) => ({ checkInId: String(programme.checkIns[4]), reason: 'Des mots' }), ...ofLaureate },
  'programmes/actions.ts#takeUp': { fields: ({ programme }) => ({ checkInId: String(programme.checkIns[1]) }), ...ofLaureate },
  'programmes/actions.ts#finish': { fields: ({ programme }) => ({ milestoneId: programme.milestones.late, evidence: 'Des mots' }), ...ofLaureate },
  'programmes/actions.ts#takeBack': { fields: ({ programme }) => ({ milestoneId: programme.milestones.done }), ...ofLaureate },
  'programmes/actions.ts#accept': { fields: ({ programme }) => ({ milestoneId: programme.milestones.done, version: '0' }), ...ofFollowing },
  'programmes/actions.ts#sendBack': { fields: ({ programme }) => ({ milestoneId: programme.milestones.done, version: '0', reason: 'Des mots' }), ...ofFollowing },
  'programmes/actions.ts#move': { fields: ({ programme }) => ({ milestoneId: programme.milestones.late, version: '0', dueOn: '2035-01-15', reason: 'Des mots' }), ...ofFollowing },
  'programmes/actions.ts#propose': { fields: ({ programme }) => ({ programmeId: programme.id, mentorId: '', subject: 'Des mots', minutes: '60', place: '', 'times.0': parisClockText(new Date(Date.now() + 86_400_000)), 'times.1': '' }), ...ofLaureate },
  'programmes/actions.ts#proposeOthers': { fields: ({ programme }) => ({ sessionId: programme.sessionId, 'times.0': parisClockText(new Date(Date.now() + 86_400_000)) }), ...ofMentor },
  'programmes/actions.ts#choose': { fields: ({ programme }) => ({ sessionId: programme.sessionId, time: String(programme.sessionTimes[0]) }), ...ofMentor },
  'programmes/actions.ts#cancel': { fields: ({ programme }) => ({ sessionId: programme.sessionId, reason: 'Des mots' }), ...ofMentor },
  'programmes/actions.ts#note': { fields: ({ programme }) => ({ sessionId: programme.sessionId, version: '0', notes: 'Des mots' }), ...ofLaureate },
  'programmes/actions.ts#keepNote': { fields: ({ programme }) => ({ sessionId: programme.sessionId, notes: 'Des mots' }), ...ofLaureate },
  'scoring/rounds/[id]/conflicts/actions.ts#declare': { fields: ({ round, rounds }) => ({ roundId: rounds.declaring.id, 'links.0.id': round.applicationId, 'links.0.linked': 'yes', 'links.0.reason': 'mentoring', noneForOthers: 'yes' }), for: 'scorer', visitor: 'unauthenticated', wrong: ['mentor', 'not-found'] },
  'programmes/[id]/metrics/actions.ts#add': { fields: ({ programme }) => ({ programmeId: programme.id, ruptureId: programme.ruptureId, ...definition }), ...ofLaureate },
  'programmes/[id]/metrics/actions.ts#agree': { fields: proposed, ...ofLaureate },
  'programmes/[id]/metrics/actions.ts#amend': { fields: ({ programme }) => ({ metricId: programme.metricId, version: '0', ...definition, reason: 'A reason' }), ...ofManagers, wrong: ['laureate', 'not-found'] },
  'programmes/[id]/metrics/actions.ts#change': { fields: (world) => ({ ...measured('draft')(world), ...figures }), ...ofLaureate },
  'programmes/[id]/metrics/actions.ts#correct': { fields: ({ programme }) => ({ measurementId: programme.measurements.verified, ...figures, correctionReason: 'A reason', key: crypto.randomUUID() }), ...ofLaureate },
  'programmes/[id]/metrics/actions.ts#discard': { fields: measured('draft'), ...ofLaureate },
  'programmes/[id]/metrics/actions.ts#enter': { fields: ({ programme }) => ({ metricId: programme.metricId, ...figures, key: crypto.randomUUID() }), ...ofLaureate },
  'programmes/[id]/metrics/actions.ts#giveBack': { fields: (world) => ({ ...measured('submitted')(world), reason: 'A reason' }), ...ofVerifier },
  'manage/board/actions.ts#remind': { fields: ({ programme }) => ({ key: crypto.randomUUID(), chosen: programme.id, [`mark.${programme.id}`]: 'another' }), ...ofManagersAlone, expect: 'conflict' },
  'manage/calls/[slug]/measurements/actions.ts#importFile': { fields: (world) => ({ slug: world.programme.call.slug, ...aFileOfValues(world) }), ...ofManagersAlone, wrong: ['laureate', 'not-found'] },
  'programmes/[id]/metrics/import/actions.ts#importFile': { fields: (world) => ({ programmeId: world.programme.id, ...aFileOfValues(world) }), ...ofLaureate, visitor: 'unauthenticated' },
  'programmes/[id]/metrics/actions.ts#remove': { fields: (world) => ({ ...proposed(world), confirmed: 'yes' }), ...ofLaureate },
  'programmes/[id]/metrics/actions.ts#shape': { fields: (world) => ({ ...proposed(world), ...definition }), ...ofLaureate },
  'programmes/[id]/metrics/actions.ts#submit': { fields: measured('draft'), ...ofLaureate },
  'programmes/[id]/metrics/actions.ts#verify': { fields: measured('submitted'), ...ofVerifier },
  'scoring/actions.ts#abstain': { fields: ({ round }) => ({ assignmentId: round.startedId, reason: 'no-time', note: '' }), ...ofScorer },
  'scoring/actions.ts#declare': { fields: ({ round }) => ({ applicationId: round.applicationId, reason: 'employment', note: '' }), ...ofScorer, wrong: ['founder', 'not-found'] },
  'scoring/actions.ts#resume': { fields: ({ round }) => ({ assignmentId: round.startedId }), ...ofScorer, expect: 'closed' },
  'scoring/actions.ts#skip': { fields: ({ round }) => ({ evaluationId: round.startedId }), for: 'scorer', visitor: 'unauthenticated' },
  'scoring/actions.ts#write': { fields: ({ round }) => ({ evaluationId: round.startedId, version: '1', intent: 'save', [`scores.${round.criterionId}`]: '4', commentToJury: 'Des mots' }), ...ofScorer, visitor: 'unauthenticated' },
  'sign-in/actions.ts#askForLink': { fields: ({ people }) => ({ email: people.rival.email, locale: 'fr', returnTo: '' }), for: 'visitor', unfit: [{ email: 'a@evil.example,b@evil.example' }, 'invalid'] },
  'sign-in/actions.ts#enterAsFirstAdministrator': { fields: () => ({ token: 'none', name: 'First', email: 'first@house.example', locale: 'fr' }), for: 'visitor', unfit: [{}, 'not-found'] },
  'sign-in/actions.ts#enterAsPersona': { fields: () => ({ persona: 'founder', locale: 'fr', returnTo: '' }), for: 'visitor', unfit: [{ persona: 'portal_owner' }, 'invalid'] },
  'sign-in/actions.ts#enterByCode': { fields: ({ signIn: { email, code } }) => ({ email, code }), for: 'visitor', unfit: [{ code: '000000' }, 'not-found'] },
  'sign-in/actions.ts#enterByLink': { fields: ({ signIn: { token } }) => ({ token }), for: 'visitor', unfit: [{ token: 'none' }, 'not-found'] },
}

type Reference = { filename: string; exportedName: string; workers: Record<string, unknown> }

/** The actions of the build: `room/actions.ts#name`, the identifier a client sends, and a page that carries it. */
export function actionsOfBuild(): Map<string, { id: string; page: string }> {
  const { node, edge } = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as Record<'node' | 'edge', Record<string, Reference>>
  return new Map(Object.entries({ ...node, ...edge }).map(([id, { filename, exportedName, workers }]) => [
    `${filename.replace(/^app\/\[locale\]\/\([a-z]+\)\//, '')}#${exportedName}`,
    { id, page: Object.keys(workers)[0] ?? '' },
  ]))
}

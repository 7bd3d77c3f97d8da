import type { Locale } from '#lib/i18n/locale.ts'
import enAccount from '#lib/i18n/messages/en/account.json' with { type: 'json' }
import enProgramme from '#lib/i18n/messages/en/programme.json' with { type: 'json' }
import enCommitment from '#lib/i18n/messages/en/commitment.json' with { type: 'json' }
import enMentor from '#lib/i18n/messages/en/mentor.json' with { type: 'json' }
import enAssignment from '#lib/i18n/messages/en/assignment.json' with { type: 'json' }
import enFollow from '#lib/i18n/messages/en/follow.json' with { type: 'json' }
import enDeliberation from '#lib/i18n/messages/en/deliberation.json' with { type: 'json' }
import enDecision from '#lib/i18n/messages/en/decision.json' with { type: 'json' }
import enDeadline from '#lib/i18n/messages/en/deadline.json' with { type: 'json' }
import enManagedApplication from '#lib/i18n/messages/en/managed-application.json' with { type: 'json' }
import enMessage from '#lib/i18n/messages/en/message.json' with { type: 'json' }
import enFlag from '#lib/i18n/messages/en/flag.json' with { type: 'json' }
import enEvaluation from '#lib/i18n/messages/en/evaluation.json' with { type: 'json' }
import enFiling from '#lib/i18n/messages/en/filing.json' with { type: 'json' }
import enDocument from '#lib/i18n/messages/en/document.json' with { type: 'json' }
import enFile from '#lib/i18n/messages/en/file.json' with { type: 'json' }
import enDraft from '#lib/i18n/messages/en/draft.json' with { type: 'json' }
import enForm from '#lib/i18n/messages/en/form.json' with { type: 'json' }
import enMail from '#lib/i18n/messages/en/mail.json' with { type: 'json' }
import enOrganisation from '#lib/i18n/messages/en/organisation.json' with { type: 'json' }
import enRound from '#lib/i18n/messages/en/round.json' with { type: 'json' }
import enScorer from '#lib/i18n/messages/en/scorer.json' with { type: 'json' }
import enConflict from '#lib/i18n/messages/en/conflict.json' with { type: 'json' }
import enSignIn from '#lib/i18n/messages/en/sign-in.json' with { type: 'json' }
import enHome from '#lib/i18n/messages/en/home.json' with { type: 'json' }
import enPrioritisation from '#lib/i18n/messages/en/prioritisation.json' with { type: 'json' }
import enRanking from '#lib/i18n/messages/en/ranking.json' with { type: 'json' }
import enRupture from '#lib/i18n/messages/en/rupture.json' with { type: 'json' }
import enAbout from '#lib/i18n/messages/en/about.json' with { type: 'json' }
import enAccessibility from '#lib/i18n/messages/en/accessibility.json' with { type: 'json' }
import enApplication from '#lib/i18n/messages/en/application.json' with { type: 'json' }
import enCallEditor from '#lib/i18n/messages/en/call-editor.json' with { type: 'json' }
import enCall from '#lib/i18n/messages/en/call.json' with { type: 'json' }
import enClaim from '#lib/i18n/messages/en/claim.json' with { type: 'json' }
import enInitiative from '#lib/i18n/messages/en/initiative.json' with { type: 'json' }
import enLaureate from '#lib/i18n/messages/en/laureate.json' with { type: 'json' }
import enLegal from '#lib/i18n/messages/en/legal.json' with { type: 'json' }
import enMeasurement from '#lib/i18n/messages/en/measurement.json' with { type: 'json' }
import enProgrammeMetric from '#lib/i18n/messages/en/programme-metric.json' with { type: 'json' }
import enMetric from '#lib/i18n/messages/en/metric.json' with { type: 'json' }
import enNotice from '#lib/i18n/messages/en/notice.json' with { type: 'json' }
import enOpenData from '#lib/i18n/messages/en/open-data.json' with { type: 'json' }
import enScreening from '#lib/i18n/messages/en/screening.json' with { type: 'json' }
import enSelection from '#lib/i18n/messages/en/selection.json' with { type: 'json' }
import enSource from '#lib/i18n/messages/en/source.json' with { type: 'json' }
import enWebhook from '#lib/i18n/messages/en/webhook.json' with { type: 'json' }
import enCalendar from '#lib/i18n/messages/en/calendar.json' with { type: 'json' }
import enCheckIn from '#lib/i18n/messages/en/check-in.json' with { type: 'json' }
import enMentoring from '#lib/i18n/messages/en/mentoring.json' with { type: 'json' }
import enMilestone from '#lib/i18n/messages/en/milestone.json' with { type: 'json' }
import enSession from '#lib/i18n/messages/en/session.json' with { type: 'json' }
import enResult from '#lib/i18n/messages/en/result.json' with { type: 'json' }
import enSite from '#lib/i18n/messages/en/site.json' with { type: 'json' }
import frAccount from '#lib/i18n/messages/fr/account.json' with { type: 'json' }
import frProgramme from '#lib/i18n/messages/fr/programme.json' with { type: 'json' }
import frCommitment from '#lib/i18n/messages/fr/commitment.json' with { type: 'json' }
import frMentor from '#lib/i18n/messages/fr/mentor.json' with { type: 'json' }
import frAssignment from '#lib/i18n/messages/fr/assignment.json' with { type: 'json' }
import frFollow from '#lib/i18n/messages/fr/follow.json' with { type: 'json' }
import frDeliberation from '#lib/i18n/messages/fr/deliberation.json' with { type: 'json' }
import frDecision from '#lib/i18n/messages/fr/decision.json' with { type: 'json' }
import frDeadline from '#lib/i18n/messages/fr/deadline.json' with { type: 'json' }
import frManagedApplication from '#lib/i18n/messages/fr/managed-application.json' with { type: 'json' }
import frMessage from '#lib/i18n/messages/fr/message.json' with { type: 'json' }
import frFlag from '#lib/i18n/messages/fr/flag.json' with { type: 'json' }
import frEvaluation from '#lib/i18n/messages/fr/evaluation.json' with { type: 'json' }
import frFiling from '#lib/i18n/messages/fr/filing.json' with { type: 'json' }
import frDocument from '#lib/i18n/messages/fr/document.json' with { type: 'json' }
import frFile from '#lib/i18n/messages/fr/file.json' with { type: 'json' }
import frDraft from '#lib/i18n/messages/fr/draft.json' with { type: 'json' }
import frForm from '#lib/i18n/messages/fr/form.json' with { type: 'json' }
import frMail from '#lib/i18n/messages/fr/mail.json' with { type: 'json' }
import frOrganisation from '#lib/i18n/messages/fr/organisation.json' with { type: 'json' }
import frRound from '#lib/i18n/messages/fr/round.json' with { type: 'json' }
import frScorer from '#lib/i18n/messages/fr/scorer.json' with { type: 'json' }
import frConflict from '#lib/i18n/messages/fr/conflict.json' with { type: 'json' }
import frSignIn from '#lib/i18n/messages/fr/sign-in.json' with { type: 'json' }
import frHome from '#lib/i18n/messages/fr/home.json' with { type: 'json' }
import frPrioritisation from '#lib/i18n/messages/fr/prioritisation.json' with { type: 'json' }
import frRanking from '#lib/i18n/messages/fr/ranking.json' with { type: 'json' }
import frRupture from '#lib/i18n/messages/fr/rupture.json' with { type: 'json' }
import frAbout from '#lib/i18n/messages/fr/about.json' with { type: 'json' }
import frAccessibility from '#lib/i18n/messages/fr/accessibility.json' with { type: 'json' }
import frApplication from '#lib/i18n/messages/fr/application.json' with { type: 'json' }
import frCallEditor from '#lib/i18n/messages/fr/call-editor.json' with { type: 'json' }
import frCall from '#lib/i18n/messages/fr/call.json' with { type: 'json' }
import frClaim from '#lib/i18n/messages/fr/claim.json' with { type: 'json' }
import frInitiative from '#lib/i18n/messages/fr/initiative.json' with { type: 'json' }
import frLaureate from '#lib/i18n/messages/fr/laureate.json' with { type: 'json' }
import frLegal from '#lib/i18n/messages/fr/legal.json' with { type: 'json' }
import frMeasurement from '#lib/i18n/messages/fr/measurement.json' with { type: 'json' }
import frProgrammeMetric from '#lib/i18n/messages/fr/programme-metric.json' with { type: 'json' }
import frMetric from '#lib/i18n/messages/fr/metric.json' with { type: 'json' }
import frNotice from '#lib/i18n/messages/fr/notice.json' with { type: 'json' }
import frOpenData from '#lib/i18n/messages/fr/open-data.json' with { type: 'json' }
import frScreening from '#lib/i18n/messages/fr/screening.json' with { type: 'json' }
import frSelection from '#lib/i18n/messages/fr/selection.json' with { type: 'json' }
import frSource from '#lib/i18n/messages/fr/source.json' with { type: 'json' }
import frWebhook from '#lib/i18n/messages/fr/webhook.json' with { type: 'json' }
import frCalendar from '#lib/i18n/messages/fr/calendar.json' with { type: 'json' }
import frCheckIn from '#lib/i18n/messages/fr/check-in.json' with { type: 'json' }
import frMentoring from '#lib/i18n/messages/fr/mentoring.json' with { type: 'json' }
import frMilestone from '#lib/i18n/messages/fr/milestone.json' with { type: 'json' }
import frSession from '#lib/i18n/messages/fr/session.json' with { type: 'json' }
import frResult from '#lib/i18n/messages/fr/result.json' with { type: 'json' }
import frSite from '#lib/i18n/messages/fr/site.json' with { type: 'json' }

const fr = {
  about: frAbout,
  accessibility: frAccessibility,
  account: frAccount,
  application: frApplication,
  programme: frProgramme,
  commitment: frCommitment,
  mentor: frMentor,
  assignment: frAssignment,
  calendar: frCalendar,
  call: frCall,
  'call-editor': frCallEditor,
  claim: frClaim,
  conflict: frConflict,
  deadline: frDeadline,
  decision: frDecision,
  deliberation: frDeliberation,
  document: frDocument,
  draft: frDraft,
  evaluation: frEvaluation,
  file: frFile,
  filing: frFiling,
  follow: frFollow,
  form: frForm,
  home: frHome,
  initiative: frInitiative,
  laureate: frLaureate,
  legal: frLegal,
  mail: frMail,
  'managed-application': frManagedApplication,
  flag: frFlag,
  message: frMessage,
  measurement: frMeasurement,
  metric: frMetric,
  'programme-metric': frProgrammeMetric,
  notice: frNotice,
  'open-data': frOpenData,
  organisation: frOrganisation,
  prioritisation: frPrioritisation,
  round: frRound,
  ranking: frRanking,
  rupture: frRupture,
  scorer: frScorer,
  screening: frScreening,
  selection: frSelection,
  'sign-in': frSignIn,
  'check-in': frCheckIn,
  mentoring: frMentoring,
  milestone: frMilestone,
  session: frSession,
  result: frResult,
  site: frSite,
  source: frSource,
  webhook: frWebhook,
}
const en: typeof fr = {
  about: enAbout,
  accessibility: enAccessibility,
  account: enAccount,
  application: enApplication,
  programme: enProgramme,
  commitment: enCommitment,
  mentor: enMentor,
  assignment: enAssignment,
  calendar: enCalendar,
  call: enCall,
  'call-editor': enCallEditor,
  claim: enClaim,
  conflict: enConflict,
  deadline: enDeadline,
  decision: enDecision,
  deliberation: enDeliberation,
  document: enDocument,
  draft: enDraft,
  evaluation: enEvaluation,
  file: enFile,
  filing: enFiling,
  follow: enFollow,
  form: enForm,
  home: enHome,
  initiative: enInitiative,
  laureate: enLaureate,
  legal: enLegal,
  mail: enMail,
  'managed-application': enManagedApplication,
  flag: enFlag,
  message: enMessage,
  measurement: enMeasurement,
  metric: enMetric,
  'programme-metric': enProgrammeMetric,
  notice: enNotice,
  'open-data': enOpenData,
  organisation: enOrganisation,
  prioritisation: enPrioritisation,
  round: enRound,
  ranking: enRanking,
  rupture: enRupture,
  scorer: enScorer,
  screening: enScreening,
  selection: enSelection,
  'sign-in': enSignIn,
  'check-in': enCheckIn,
  mentoring: enMentoring,
  milestone: enMilestone,
  session: enSession,
  result: enResult,
  site: enSite,
  source: enSource,
  webhook: enWebhook,
}

/** The sentences of the portal, one file per noun. French is the source: English must have the same shape. */

export type Messages = typeof fr

/** All sentences of one language. */
export function loadMessages(locale: Locale): Messages {
  return { fr, en }[locale]
}

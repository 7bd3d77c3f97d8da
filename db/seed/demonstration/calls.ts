import type { Demonstration } from '#db/seed/demonstration/read.ts'
import { actingAt, type Times } from '#db/seed/demonstration/times.ts'
import { createCall } from '#lib/server/call/create-call.ts'
import { discardCall } from '#lib/server/call/discard-call.ts'
import { listManagedCalls } from '#lib/server/call/list-managed-calls.ts'
import { publishCall } from '#lib/server/call/publish-call.ts'
import { saveCalendar } from '#lib/server/call/save-calendar.ts'
import { saveChallenges } from '#lib/server/call/save-challenges.ts'
import { saveEligibility, saveFreeze } from '#lib/server/call/save-eligibility.ts'
import { savePartners, savePresentation } from '#lib/server/call/save-presentation.ts'
import { proposeRubric } from '#lib/server/call/save-rubric.ts'
import { showSettings, type CallSettings } from '#lib/server/call/show-settings.ts'
import { addQuestion } from '#lib/server/question/change-question.ts'

type Call = Demonstration['calls'][number]
type Caller = ReturnType<typeof actingAt>
/** What a call is settled with: the files, the manager who does it, the organisation of each partner, and the ruptures by their slug. */
export type Setting = { files: Demonstration; manager: string; times: Times; partners: ReadonlyMap<string, string>; ruptures: ReadonlyMap<string, { id: string; versionId: string }> }

/** How long before its opening a call is prepared, in days. */
const ahead = 12

/** Settles and publishes a call as a manager does, before it opens. One that is public already is left alone. */
export async function openCall(call: Call, setting: Setting): Promise<CallSettings> {
  const { files, manager, times } = setting
  const caller = actingAt(manager, times.instant(call.opens - ahead, '10:00'))
  const { slug } = call
  const { calls } = await listManagedCalls({ personId: manager }, {})
  const found = calls.find((each) => each.slug === slug)
  if (found?.publishedAt) return showSettings({ personId: manager }, { slug })
  if (found) await discardCall(caller, { slug, version: (await showSettings(caller, { slug })).call.version, confirmed: 'yes' })
  await createCall(caller, { initiative: files.initiative.slug, title: call.title, slug })
  const version = await settle(call, setting, caller)
  await publishCall(caller, { slug, version })
  return showSettings(caller, { slug })
}

/** Every part in turn. Resolves to the version of the settings after the last. */
async function settle(call: Call, { files, times, partners, ruptures }: Setting, caller: Caller): Promise<number> {
  const { slug, title, edition, target, staysOpen } = call
  let version = 0
  const turn = () => ({ slug, version: version++ })
  await savePresentation(caller, { ...turn(), title, edition, target })
  await saveCalendar(caller, {
    ...turn(),
    opensAt: times.clock(call.opens, '09:00'),
    closesAt: times.clock(call.closes, '17:00'),
    answerOn: times.day(call.answers),
    phases: call.phases.map(({ title: name, from, to }) => ({ title: name, startsAt: times.clock(from, '09:00'), endsAt: times.clock(to, '17:00') })),
  })
  await saveChallenges(caller, { ...turn(), challenges: call.challenges.map(({ title: name, description, ruptures: slugs }) => ({ title: name, description, ruptureIds: slugs.map((each) => named(ruptures, each).id) })) })
  await savePartners(caller, { ...turn(), partners: files.partners.map((partner) => ({ organisationId: named(partners, 'persona' in partner ? partner.persona : partner.house), role: partner.role })) })
  await saveEligibility(caller, { ...turn(), rules: call.rules.map((key) => filed(files.rules, key)), whoMayApply: files.whoMayApply, applicantKinds: ['start-up'] })
  await saveFreeze(caller, { ...turn(), staysOpen, staysOpenUntil: times.clock(call.closes + call.staysOpenDays, '17:00') })
  await proposeRubric(caller, turn())
  const ids = new Map<string, string>()
  for (const key of call.questions) {
    const { shownIf, options, ...asked } = filed(files.questions, key)
    const condition = shownIf && `${ids.get(shownIf.question)}=${shownIf.is}`
    const { questionId } = await addQuestion(caller, { ...turn(), ...asked, options: options.map(({ label }) => ({ label })), shownIf: condition })
    ids.set(key, questionId)
  }
  return version
}

/** What the files name must be in them. */
export function filed<T>(all: Readonly<Record<string, T>>, key: string): T {
  const found = all[key]
  if (found === undefined) throw new Error(`The demonstration names ${key}, which it does not hold.`)
  return found
}

/** What the files name of the référentiel must be in the database. */
export function named<T>(all: ReadonlyMap<string, T>, key: string): T {
  const found = all.get(key)
  if (found === undefined) throw new Error(`The demonstration names ${key}, which is not here.`)
  return found
}

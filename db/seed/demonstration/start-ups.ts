import { openCall, type Setting, filed, named } from '#db/seed/demonstration/calls.ts'
import { momentsBetween } from '#db/seed/demonstration/chance.ts'
import { contentOf, type Names } from '#db/seed/demonstration/content.ts'
import { type Filed, followUp } from '#db/seed/demonstration/follow-up.ts'
import { invite, type People } from '#db/seed/demonstration/people.ts'
import type { Demonstration, StartUp } from '#db/seed/demonstration/read.ts'
import { actingAt } from '#db/seed/demonstration/times.ts'
import type { Content } from '#lib/domain/draft.ts'
import { submitApplication } from '#lib/server/application/submit-application.ts'
import { withdrawApplication } from '#lib/server/application/withdraw-application.ts'
import type { CallSettings } from '#lib/server/call/show-settings.ts'
import { welcomeInvented } from '#lib/server/demonstration/personas.ts'
import { createDraft } from '#lib/server/draft/create-draft.ts'
import { saveDraft } from '#lib/server/draft/save-draft.ts'
import { visitor } from '#lib/server/opening.ts'
import { createOrganisation } from '#lib/server/organisation/create-organisation.ts'
import { listMyOrganisations } from '#lib/server/organisation/show-organisation.ts'

type Call = Demonstration['calls'][number]
type Seated = StartUp & { ownerId: string; organisationId: string; start: Date; deposit: Date }

/** Opens a call, seats its start-ups, lets each write and deposit what it has in the order of time, and follows up. Resolves to how many people were added, and to every file. */
export async function fillCall(call: Call, setting: Setting, people: People, random: () => number): Promise<{ added: number; filed: Filed[] }> {
  const opened = await openCall(call, setting)
  const opensAt = opened.call.opensAt as Date
  const until = new Date(Math.min((opened.call.closesAt as Date).getTime(), setting.times.now.getTime()))
  let added = 0
  const seated: Seated[] = []
  for (const startUp of call.startUps) {
    const seat = await seatStartUp(startUp, people)
    added += seat.added
    seated.push({ ...startUp, ...seat, ...momentsBetween(opensAt, until, random) })
  }
  const names = namesIn(call, opened, setting)
  const filed: Filed[] = []
  for (const startUp of seated.sort((a, b) => a.deposit.getTime() - b.deposit.getTime())) filed.push({ ...startUp, draftId: await apply(startUp, call, setting, names) })
  await followUp(call, filed, setting, names)
  return { added, filed }
}

/** The people of a start-up and the start-up, its first person the owner, the others members. */
async function seatStartUp({ name, persona, people, domain = '', beingCreated, locale }: StartUp, personas: People): Promise<{ ownerId: string; organisationId: string; added: number }> {
  const welcomed = await Promise.all(people.map(async (person) => {
    const email = `${person.mailbox}@${domain}`
    return { email, ...(await welcomeInvented(visitor, { email, name: person.name, locale })) }
  }))
  const ownerId = persona === undefined ? welcomed[0]?.personId : personas.get(persona)
  if (ownerId === undefined) throw new Error(`Nobody owns ${name}.`)
  const owner = { personId: ownerId }
  const found = (await listMyOrganisations(owner, {})).find((mine) => mine.name === name)
  const organisationId = found?.id ?? (await createOrganisation(owner, { name, kind: 'start-up', domains: domain, identity: beingCreated ? 'being-created' : 'declared' })).id
  if (found === undefined) for (const { personId, email } of welcomed.slice(1)) await invite({ from: owner, to: { personId }, organisationId, email, role: 'member', locale })
  return { ownerId, organisationId, added: welcomed.filter(({ isNew }) => isNew).length }
}

/** What stands behind the names of the files in this call: its parts are in the order of the files. */
function namesIn({ challenges, questions }: Call, opened: CallSettings, { files, ruptures }: Setting): Names {
  const asked = new Map(questions.map((key, index) => [key, opened.questions[index]] as const))
  return {
    challenge: (slug) => opened.challenges[challenges.findIndex((each) => each.slug === slug)]?.id ?? '',
    ruptureVersion: (slug) => named(ruptures, slug).versionId,
    question: (key) => asked.get(key)?.id ?? '',
    option: (key, id) => asked.get(key)?.options[filed(files.questions, key).options.findIndex((each) => each.id === id)]?.id ?? '',
    dayAfterAnswer: (days) => new Date(Date.parse(opened.call.answerOn ?? '') + days * 86_400_000).toISOString().slice(0, 10),
  }
}

/**
 * Writes the draft and does with it what its start-up did. Each attempt carries a key of its own, so that doing it all
 * again changes nothing. Resolves to the draft's identifier.
 */
async function apply({ ownerId, organisationId, fate, content, answers, again, start, deposit }: Seated, { slug }: Call, { files }: Setting, names: Names): Promise<string> {
  const written = contentOf({ content, answers }, files.questions, names)
  const [first, rest] = fate === 'draft' ? halves(written) : [written, null]
  const { id: draftId } = await createDraft(actingAt(ownerId, start), { slug, organisationId, key: 'demonstration-start', fields: first })
  if (rest !== null) await saveDraft({ personId: ownerId }, { draftId, version: 1, key: 'demonstration-rest', fields: rest })
  if (fate === 'draft') return draftId
  await submitApplication(actingAt(ownerId, deposit), { draftId, version: 1, key: 'demonstration-deposit' })
  if (fate === 'submitted-twice' && again) {
    await saveDraft({ personId: ownerId }, { draftId, version: 1, key: 'demonstration-again', fields: contentOf({ content: again, answers: {} }, files.questions, names) })
    await submitApplication({ personId: ownerId }, { draftId, version: 2, key: 'demonstration-deposit-again' })
  }
  if (fate === 'withdrawn') await withdrawApplication({ personId: ownerId }, { applicationId: draftId })
  return draftId
}

/** A draft as it is written: its first words make it, the rest is saved later. Null when there is no rest. */
function halves(written: Content): [Content, Content | null] {
  const entries = Object.entries(written)
  const rest = entries.slice(2)
  return [Object.fromEntries(entries.slice(0, 2)), rest.length === 0 ? null : Object.fromEntries(rest)]
}

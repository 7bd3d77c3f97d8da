import { invite, type People } from '#db/seed/demonstration/people.ts'
import type { Judging } from '#db/seed/demonstration/judging-files.ts'
import { welcomeInvented } from '#lib/server/demonstration/personas.ts'
import { visitor } from '#lib/server/opening.ts'
import { createOrganisation } from '#lib/server/organisation/create-organisation.ts'
import { listMyOrganisations } from '#lib/server/organisation/show-organisation.ts'
import type { Persona } from '#lib/domain/persona.ts'

/** Somebody of a partner organisation who scores. Harsh is below zero: what they take off. */
export type Judge = { key: string; personId: string; organisationId: string; severity: number }

const personaJudges: readonly { persona: Persona; severity: number }[] = [{ persona: 'scorer', severity: 0 }, { persona: 'scorer-2', severity: 0.3 }, { persona: 'conflicted', severity: -0.2 }]
const severities = [-0.5, 0.1, 0.2, -0.1, 0.4]

async function homeOf(personId: string): Promise<string> {
  const [home] = await listMyOrganisations({ personId }, {})
  if (home === undefined) throw new Error('A partner of the demonstration sits nowhere.')
  return home.id
}

/** The demonstration's scorers: three personas, and the people of the partners that only the files know, who are seated first. */
export async function seatJudges({ houses }: Judging, people: People): Promise<{ judges: Judge[]; houses: Map<string, string>; added: number }> {
  const judges: Judge[] = []
  for (const { persona, severity } of personaJudges) {
    const personId = people.get(persona) ?? ''
    judges.push({ key: persona, personId, organisationId: await homeOf(personId), severity })
  }
  const seated = new Map<string, string>()
  let added = 0
  for (const { key, name, kind, domain, people: members } of houses) {
    const welcomed = await Promise.all(members.map(async (member) => Object.assign(await welcomeInvented(visitor, { email: `${member.mailbox}@${domain}`, name: member.name, locale: 'fr' }), { mailbox: member.mailbox })))
    added += welcomed.filter(({ isNew }) => isNew).length
    const owner = { personId: welcomed[0]?.personId ?? '' }
    const found = (await listMyOrganisations(owner, {})).find((mine) => mine.name === name)
    const organisationId = found?.id ?? (await createOrganisation(owner, { name, kind, domains: domain })).id
    if (found === undefined) for (const { personId, mailbox } of welcomed.slice(1)) await invite({ from: owner, to: { personId }, organisationId, email: `${mailbox}@${domain}`, role: 'member', locale: 'fr' })
    for (const { personId, mailbox } of welcomed) judges.push({ key: mailbox, personId, organisationId, severity: severities[judges.length % severities.length] ?? 0 })
    seated.set(key, organisationId)
  }
  return { judges, houses: seated, added }
}

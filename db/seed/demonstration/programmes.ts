import { named, type Setting } from '#db/seed/demonstration/calls.ts'
import type { Filed } from '#db/seed/demonstration/follow-up.ts'
import type { Judge } from '#db/seed/demonstration/judges.ts'
import type { People } from '#db/seed/demonstration/people.ts'
import { playPartners } from '#db/seed/demonstration/programme-partners.ts'
import { playPlan } from '#db/seed/demonstration/programme-plan.ts'
import { playMetrics } from '#db/seed/demonstration/programme-metrics.ts'
import { playReports } from '#db/seed/demonstration/programme-reports.ts'
import { type Told, toldCall, type ToldProgrammes } from '#db/seed/demonstration/programme-files.ts'
import { actingAt } from '#db/seed/demonstration/times.ts'
import { saveTemplate } from '#lib/server/programme/save-template.ts'
import { showProgramme, type ShownProgramme } from '#lib/server/programme/show-programme.ts'
import { showTemplate } from '#lib/server/programme/show-template.ts'

type Caller = ReturnType<typeof actingAt>
/** A laureate's programme being told: who acts when, in days from its start, and what there is of it already. */
export type Stage = {
  told: Told
  slug: string
  programmeId: string
  ownerId: string
  managerId: string
  /** The organisation of a partner by its key, and somebody who acts for it. */
  organisation: (key: string) => string
  person: (key: string) => string
  at: (personId: string, day: number, hour?: string) => Caller
  dayOf: (day: number) => string
  clock: (day: number, hour: string) => string
  /** As the laureate sees it now. */
  now: () => Promise<ShownProgramme>
}

/** Settles what the call's laureates will go through, before its decisions: the référentiel's, from a day of its own. Done once. */
export async function settleProgramme({ manager, times }: Setting, { startsOn }: ToldProgrammes, before: number): Promise<void> {
  const { template } = await showTemplate({ personId: manager }, { slug: toldCall })
  if (template.isSaved) return
  const { months, modules, milestones, followUps } = template
  const row = (title: { fr: string; en?: string | undefined }, index: number) => ({ was: String(index), title })
  await saveTemplate(actingAt(manager, times.instant(before, '10:00')), {
    slug: toldCall, version: 0, months, followUps: followUps.join(', '), startsOn: times.day(startsOn),
    modules: modules.map(({ title }, index) => row(title, index)), milestones: milestones.map(({ title, month }, index) => Object.assign(row(title, index), { month })),
  })
}

/** Tells the programmes of the call's laureates up to today. What is there already is left alone, whatever a start cut short. */
export async function followProgrammes(setting: Setting, { startsOn, programmes }: ToldProgrammes, filed: readonly Filed[], judges: readonly Judge[], people: People): Promise<void> {
  const { manager, partners, times } = setting
  for (const told of programmes) {
    const { draftId, ownerId } = filed.find(({ name }) => name === told.startUp) as Filed
    const member = (key: string) => judges.find((each) => each.key === key)
    const mentor = people.get('mentor') ?? ''
    const stage: Stage = {
      told, slug: toldCall, programmeId: draftId, ownerId, managerId: manager,
      organisation: (key) => (key === 'mentor' ? named(partners, 'scorer') : (member(key)?.organisationId ?? named(partners, key))),
      person: (key) => (key === 'manager' ? manager : key === 'mentor' ? mentor : (member(key) ?? judges.find(({ organisationId }) => organisationId === partners.get(key)))?.personId ?? ''),
      at: (personId, day, hour = '10:00') => actingAt(personId, times.instant(startsOn + day, hour)),
      dayOf: (day) => times.day(startsOn + day),
      clock: (day, hour) => times.clock(startsOn + day, hour),
      now: () => showProgramme({ personId: ownerId }, { programmeId: draftId }),
    }
    for (const play of [playPartners, playMetrics, playPlan, playReports]) await play(stage)
  }
}

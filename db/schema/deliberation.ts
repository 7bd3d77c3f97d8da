import { sql } from 'drizzle-orm'
import { check, doublePrecision, index, integer, pgPolicy, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { application } from '#db/schema/application.ts'
import { actor, actorManages, actorRounds, createdAt, id, instant, notWalledOff, portalApp } from '#db/schema/roles.ts'
import { round } from '#db/schema/round.ts'
import { deliberationStates, deliberationSteps, scoreKinds } from '#lib/domain/deliberation.ts'

/** Those who take part: the jury of the round and the managers. */
const takesPart = sql`(${actorManages} or round_id = ${actorRounds})`
/** Those who lead: the chair of the jury and the managers. */
const leads = sql`(${actorManages} or round_id = any ((select portal.actor_chaired_rounds())::uuid[]))`

/** The meeting of a round's jury. */
export const deliberation = pgTable(
  'deliberation',
  {
    id: id(),
    roundId: uuid().notNull().references(() => round.id, { onDelete: 'cascade' }),
    state: text({ enum: deliberationStates }).notNull().default('planned'),
    currentApplicationId: uuid().references(() => application.id),
    /** Raised at each move: two who lead never move on at once. */
    version: integer().notNull().default(0),
    startedAt: instant(),
    endedAt: instant(),
    createdBy: uuid(),
    createdAt: createdAt(),
  },
  (table) => [
    unique('deliberation_round').on(table.roundId),
    pgPolicy('deliberation_read', { for: 'select', to: portalApp, using: takesPart }),
    pgPolicy('deliberation_plan', { for: 'insert', to: portalApp, withCheck: sql`${actorManages}` }),
    pgPolicy('deliberation_lead', { for: 'update', to: portalApp, using: leads, withCheck: leads }),
  ],
)

/** One application on the agenda. A walled-off member sees that a point is being discussed, not which. */
export const deliberationItem = pgTable(
  'deliberation_item',
  {
    deliberationId: uuid().notNull().references(() => deliberation.id, { onDelete: 'cascade' }),
    roundId: uuid().notNull().references(() => round.id, { onDelete: 'cascade' }),
    applicationId: uuid().notNull().references(() => application.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    step: text({ enum: deliberationSteps }).notNull().default('waiting'),
    notes: text(),
    notesVersion: integer().notNull().default(0),
    revealedAt: instant(),
    settledAt: instant(),
    /** The mean of the final scores, once settled with a quorum. */
    result: doublePrecision(),
  },
  (table) => [
    primaryKey({ columns: [table.deliberationId, table.applicationId] }),
    unique('deliberation_item_position').on(table.deliberationId, table.position),
    index().on(table.applicationId),
    pgPolicy('deliberation_item_read', { for: 'select', to: portalApp, using: sql`${takesPart} and ${notWalledOff('application_id')}` }),
    pgPolicy('deliberation_item_plan', { for: 'all', to: portalApp, using: sql`${actorManages} and ${notWalledOff('application_id')}`, withCheck: sql`${actorManages}` }),
    pgPolicy('deliberation_item_lead', { for: 'update', to: portalApp, using: sql`${leads} and ${notWalledOff('application_id')}`, withCheck: leads }),
  ],
)

/** Somebody in the room, from when to when. */
export const deliberationPresence = pgTable(
  'deliberation_presence',
  {
    id: id(),
    deliberationId: uuid().notNull().references(() => deliberation.id, { onDelete: 'cascade' }),
    roundId: uuid().notNull().references(() => round.id, { onDelete: 'cascade' }),
    personId: uuid().notNull(),
    name: text().notNull(),
    arrivedAt: createdAt(),
    leftAt: instant(),
  },
  (table) => [
    uniqueIndex('deliberation_presence_once').on(table.deliberationId, table.personId).where(sql`left_at is null`),
    pgPolicy('deliberation_presence_read', { for: 'select', to: portalApp, using: takesPart }),
    pgPolicy('deliberation_presence_come', { for: 'insert', to: portalApp, withCheck: sql`${takesPart} and (person_id = ${actor} or ${leads})` }),
    pgPolicy('deliberation_presence_go', { for: 'update', to: portalApp, using: sql`person_id = ${actor} or ${leads}`, withCheck: sql`person_id = ${actor} or ${leads}` }),
  ],
)

/** A juror's score of an application: private before the reveal, final after the discussion. Others' are read once revealed. */
export const deliberationScore = pgTable(
  'deliberation_score',
  {
    deliberationId: uuid().notNull().references(() => deliberation.id, { onDelete: 'cascade' }),
    roundId: uuid().notNull().references(() => round.id, { onDelete: 'cascade' }),
    applicationId: uuid().notNull().references(() => application.id, { onDelete: 'cascade' }),
    personId: uuid().notNull(),
    kind: text({ enum: scoreKinds }).notNull(),
    score: doublePrecision().notNull(),
    savedAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.deliberationId, table.applicationId, table.personId, table.kind] }),
    index().on(table.applicationId),
    check('deliberation_score_scale', sql`score between 1 and 5 and score * 2 = floor(score * 2)`),
    pgPolicy('deliberation_score_read', {
      for: 'select',
      to: portalApp,
      using: sql`${notWalledOff('application_id')} and (person_id = ${actor} or (${takesPart} and exists (
        select from deliberation_item i where i.deliberation_id = deliberation_score.deliberation_id and i.application_id = deliberation_score.application_id
          and case kind when 'private' then i.revealed_at else i.settled_at end is not null)))`,
    }),
    pgPolicy('deliberation_score_give', { for: 'insert', to: portalApp, withCheck: sql`person_id = ${actor} and round_id = ${actorRounds} and ${notWalledOff('application_id')}` }),
    pgPolicy('deliberation_score_correct', { for: 'update', to: portalApp, using: sql`person_id = ${actor} and ${notWalledOff('application_id')}`, withCheck: sql`person_id = ${actor} and round_id = ${actorRounds}` }),
  ],
)

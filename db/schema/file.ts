import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, pgPolicy, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { application, applicationDraft } from '#db/schema/application.ts'
import { actor, actorEditedOrganisations, actorManages, actorOwnedOrganisations, actorScoredFiles, createdAt, id, instant, portalApp, portalWorker } from '#db/schema/roles.ts'

/** A file given with a draft: to a question of the call (`questionId`), or to the evidence (null). Its bytes are in the storage. */
export const file = pgTable(
  'file',
  {
    id: id(),
    draftId: uuid().notNull().references(() => applicationDraft.id, { onDelete: 'cascade' }),
    questionId: uuid(),
    /** Given with the application, or later with its programme: the two never mix. */
    part: text({ enum: ['application', 'programme'] }).notNull().default('application'),
    name: text().notNull(),
    mediaType: text().notNull(),
    size: bigint({ mode: 'number' }).notNull(),
    sha256: text().notNull(),
    receivedSha256: text().notNull(),
    strippedMetadata: boolean().notNull().default(false),
    storageKey: text().notNull().unique(),
    scan: text({ enum: ['none', 'pending', 'safe', 'infected'] }).notNull().default('none'),
    uploadedBy: uuid(),
    /** When its sending began, on the database's clock: what counts at a deadline. */
    uploadedAt: createdAt(),
    removedAt: instant(),
    /** Names the attempt that brought it: the same again is answered the same. */
    idempotencyKey: text(),
  },
  (table) => [
    index().on(table.draftId),
    unique('file_key').on(table.draftId, table.idempotencyKey),
    index('file_to_scan').on(table.uploadedAt).where(sql`scan = 'pending'`),
    check('file_size', sql`size between 1 and 20971520`),
    pgPolicy('file_read', {
      for: 'select',
      to: portalApp,
      using: sql`draft_id in (select id from application_draft)
        or (${actorManages} and exists (select from application_file f where f.file_id = file.id))
        or id = ${actorScoredFiles}
        or exists (select from programme_document d where d.file_id = file.id)`,
    }),
    pgPolicy('file_add', { for: 'insert', to: portalApp, withCheck: sql`uploaded_by = ${actor} and removed_at is null and draft_id in (select id from application_draft where organisation_id = ${actorEditedOrganisations})` }),
    pgPolicy('file_remove', {
      for: 'update',
      to: portalApp,
      using: sql`draft_id in (select id from application_draft where organisation_id = ${actorEditedOrganisations})`,
      withCheck: sql`draft_id in (select id from application_draft where organisation_id = ${actorEditedOrganisations})`,
    }),
    pgPolicy('file_scan', { for: 'all', to: portalWorker, using: sql`true`, withCheck: sql`true` }),
  ],
)

/** The files of the last deposit: those are read by others than their authors. */
export const applicationFile = pgTable(
  'application_file',
  {
    applicationId: uuid().notNull().references(() => application.id, { onDelete: 'cascade' }),
    fileId: uuid().notNull().references(() => file.id),
  },
  (table) => [
    primaryKey({ columns: [table.applicationId, table.fileId] }),
    index().on(table.fileId),
    pgPolicy('application_file_read', { for: 'select', to: portalApp, using: sql`exists (select from application a where a.id = application_id) or file_id = ${actorScoredFiles}` }),
    pgPolicy('application_file_write', {
      for: 'all',
      to: portalApp,
      using: sql`application_id in (select id from application where organisation_id = ${actorOwnedOrganisations})`,
      withCheck: sql`application_id in (select id from application where organisation_id = ${actorOwnedOrganisations})`,
    }),
  ],
)

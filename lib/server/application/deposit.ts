import { createHash } from 'node:crypto'
import { desc, eq, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { application, claim, receipt } from '#db/schema/application.ts'
import { applicationFile } from '#db/schema/file.ts'
import type { Person } from '#lib/domain/access.ts'
import { canonicalJson } from '#lib/domain/canonical-json.ts'
import { claimFields, type DraftFields } from '#lib/domain/application.ts'
import type { Claim } from '#lib/domain/claim.ts'
import { type Deposit, type DepositedChallenge, type DepositedClaim, fieldOfPath, overlaid } from '#lib/domain/deposit.ts'
import { type Depositable, readDepositable } from '#lib/server/application/depositable.ts'
import type { LockedDraft } from '#lib/server/application/lock-draft.ts'
import { mailReceipt } from '#lib/server/application/mail-receipt.ts'
import { readChangesSince } from '#lib/server/draft/changes-since.ts'
import { permalink } from '#lib/server/open-data/permalink.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { tellWebhooks } from '#lib/server/webhook/tell-webhooks.ts'

export type Deposited = { id: string; number: string; sequence: number; kind: Deposit['kind']; submittedAt: string; sha256: string; files: { id: string; name: string; size: number; sha256: string }[] }

type Attempt = { tx: Transaction; actor: Person; locked: LockedDraft; now: Date; version: number; key: string; fields: 'all' | readonly string[] }
type Receipt = typeof receipt.$inferSelect

/** What an attempt is answered: the same for the same key, whenever it is asked again. */
function answerOf(number: string, { applicationId, sequence, kind, submittedAt, sha256, files }: Receipt): Deposited {
  return { id: applicationId, number, sequence, kind, submittedAt: submittedAt.toISOString(), sha256, files }
}

/** The answer given before to this key; refuses `key-reused` when the key was for another version. Null when it is new. */
export function answeredBefore({ submitted, answered }: LockedDraft, version: number): Deposited | null {
  if (answered === null || submitted === null) return null
  if (answered.draftVersion !== version) throw new Refusal('conflict', { reason: 'key-reused' })
  return answerOf(submitted.number, answered)
}

/**
 * Freezes a draft as it was seen at `version`: all of it, or in a deposit after the deadline these `fields` on top of
 * the last one. Writes the application, its claims, files and receipt, and a mail to everybody who writes for it; tells the tools that asked.
 * Refuses `draft-changed` and what changed when it is at another version, and `invalid` naming each gap. The draft must be locked.
 */
export async function deposit(attempt: Attempt): Promise<Deposited> {
  const { tx, actor, locked, now, version, key, fields } = attempt
  const { draft, submitted } = locked
  if (draft.version !== version) throw new Refusal('conflict', { reason: 'draft-changed', current: { version: draft.version, savedAt: draft.savedAt.toISOString(), changed: await readChangesSince(tx, draft.id, version) } })
  const ready = await readDepositable(tx, draft)
  const faults = ready.gaps.filter(({ field }) => fields === 'all' || fields.includes(fieldOfPath(field)))
  if (faults.length > 0) throw new Refusal('invalid', { reason: 'gaps', faults: faults.map(({ field, code }) => ({ path: field, code })) })
  if (ready.form === null) throw new Refusal('conflict', { reason: 'no-form' })
  const frozen = await freeze(attempt, ready)
  const content = canonicalJson(frozen)
  const files = frozen.files.map(({ id, name, size, sha256 }) => ({ id, name, size, sha256 }))
  const written: Receipt = {
    applicationId: draft.id, sequence: frozen.sequence, submittedAt: now, submittedBy: actor.id, submitterName: actor.name ?? actor.email, kind: frozen.kind,
    content, sha256: createHash('sha256').update(content).digest('hex'), files, draftVersion: version, idempotencyKey: key,
  }
  await writeApplication(tx, locked, frozen, fields === 'all' ? ready.form.id : (submitted?.formVersionId ?? ready.form.id), now)
  await tx.insert(receipt).values(written)
  const answer = answerOf(frozen.number, written)
  await mailReceipt(tx, { actor, locked, now, answer, solution: String(frozen.fields.solution) })
  await tellWebhooks(tx, 'application.submitted', now, { call: locked.call.slug, application: draft.id, sequence: answer.sequence, url: permalink(`/manage/applications/${draft.id}`) })
  return answer
}

async function freeze({ tx, locked, now, fields }: Attempt, { form, fields: core, answers, files }: Depositable): Promise<Deposit> {
  const { draft, call, organisation, submitted } = locked
  const next: Deposit = {
    // Last of all that is read: the counter of the call is held from here on.
    number: submitted?.number ?? (await nextNumber(tx, call.id)),
    sequence: (submitted?.sequence ?? 0) + 1,
    kind: fields === 'all' ? 'submission' : 'correction',
    submittedAt: now.toISOString(),
    call: call.slug,
    formVersion: form?.version ?? 0,
    organisation: { name: organisation.name, siren: organisation.siren, ...(organisation.beingCreated && { beingCreated: true as const }) },
    fields: core,
    answers,
    files: files.map(({ id, question, name, mediaType, size, sha256 }) => ({ id, question, name, mediaType, size, sha256 })),
  }
  if (fields === 'all') return next
  const [last] = await tx.select({ content: receipt.content }).from(receipt).where(eq(receipt.applicationId, draft.id)).orderBy(desc(receipt.sequence)).limit(1)
  if (!last) throw new Refusal('conflict', { reason: 'not-deposited' })
  return overlaid(JSON.parse(last.content) as Deposit, next, fields)
}

async function nextNumber(tx: Transaction, callId: string): Promise<string> {
  const [row] = await tx.execute<{ number: string }>(sql`select portal.next_application_number(${callId}::uuid) as number`)
  if (!row) throw new Error('portal.next_application_number() returned nothing')
  return row.number
}

/** The rows of an application say what its last receipt says, column by column. */
async function writeApplication(tx: Transaction, { draft, submitted }: LockedDraft, frozen: Deposit, formVersionId: string, now: Date): Promise<void> {
  const { fields, number, sequence, organisation, answers } = frozen
  const claims = claimFields.map((field) => pinnedClaim(fields[field]))
  const core = { ...fields, challengeId: (fields.challengeId as DepositedChallenge | null)?.id ?? null, primaryClaim: claims[0], secondClaim: claims[1], thirdClaim: claims[2] } as DraftFields
  const columns = {
    ...core,
    answers: Object.fromEntries(answers.map(({ question, answer }) => [question, answer])),
    formVersionId, sequence, submittedAt: now, withdrawnAt: null, organisationName: organisation.name, siren: organisation.siren,
  }
  if (submitted === null) await tx.insert(application).values({ id: draft.id, callId: draft.callId, organisationId: draft.organisationId, number, ...columns })
  else {
    await tx.update(application).set(columns).where(eq(application.id, draft.id))
    await tx.delete(claim).where(eq(claim.applicationId, draft.id))
    await tx.delete(applicationFile).where(eq(applicationFile.applicationId, draft.id))
  }
  const rows = claims.flatMap((its, index) => (its === null ? [] : [{ applicationId: draft.id, position: index + 1, ...its }]))
  if (rows.length > 0) await tx.insert(claim).values(rows)
  if (frozen.files.length > 0) await tx.insert(applicationFile).values(frozen.files.map(({ id: fileId }) => ({ applicationId: draft.id, fileId })))
}

/** A frozen claim without the names it carries for its readers. */
function pinnedClaim(value: unknown): Claim | null {
  if (value === null || value === undefined) return null
  const { rupture: _, ...its } = value as Claim & Pick<DepositedClaim, 'rupture'>
  return its
}

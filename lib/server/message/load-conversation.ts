import { eq } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { application, applicationDraft } from '#db/schema/application.ts'
import { call } from '#db/schema/call.ts'
import { type Actor, editorOf, manager, memberOf } from '#lib/domain/access.ts'
import type { Side } from '#lib/domain/message.ts'
import { Refusal } from '#lib/server/refusal.ts'

/**
 * The conversation of a file, from the side the actor stands on: its authors', readers included, or the managers' once
 * it is deposited. Throws `not-found` to whoever stands on neither.
 */
export async function loadConversation(read: Reader, draftId: string, actor: Actor) {
  const [deposited] = await read.select().from(application).where(eq(application.id, draftId))
  const [own] = await read.select({ callId: applicationDraft.callId, organisationId: applicationDraft.organisationId, solution: applicationDraft.solution }).from(applicationDraft).where(eq(applicationDraft.id, draftId))
  const organisationId = own?.organisationId ?? deposited?.organisationId
  const callId = own?.callId ?? deposited?.callId
  const side: Side | null = organisationId !== undefined && memberOf(actor, organisationId) ? 'applicant' : deposited && deposited.withdrawnAt === null && manager(actor) ? 'manager' : null
  if (side === null || organisationId === undefined || callId === undefined) throw new Refusal('not-found')
  const [its] = await read.select({ slug: call.slug, title: call.title, demonstration: call.demonstration }).from(call).where(eq(call.id, callId))
  const isDeposited = deposited !== undefined && deposited.withdrawnAt === null
  return {
    draftId, side, isDeposited,
    /** Authors who only read do not write either. */
    mayWrite: side === 'manager' || editorOf(actor, organisationId),
    number: deposited?.number ?? null,
    solution: (isDeposited ? deposited.solution : own?.solution) ?? null,
    organisationName: deposited?.organisationName ?? null,
    call: its as NonNullable<typeof its>,
  }
}

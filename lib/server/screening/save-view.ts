import { and, eq, sql } from 'drizzle-orm'
import { savedView } from '#db/schema/screening.ts'
import { manager, type Person } from '#lib/domain/access.ts'
import { viewName } from '#lib/domain/screening.ts'
import { parseScreeningView, screeningQuery } from '#lib/domain/screening-view.ts'
import { loadCall } from '#lib/server/call/load-call.ts'
import { command } from '#lib/server/command.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { askedSearch } from '#lib/server/screening/screen-applications.ts'
import { askedCall, knownValues, readVocabulary } from '#lib/server/screening/vocabulary.ts'
import { z } from 'zod'

const mostViews = 50

/** Keeps a view of the call's table under a name, for oneself or for all managers; under a name of one's own again, it replaces that view. */
export const saveView = command({
  name: 'saved-view.save',
  input: askedCall.extend({ name: viewName, search: askedSearch, shared: z.boolean() }),
  subject: (read, { slug }) => loadCall(read, slug),
  may: manager,
  run: async ({ tx, actor, subject: call, note }, { name, search: asked, shared }) => {
    const personId = (actor as Person).id
    const { view } = parseScreeningView(asked, knownValues(await readVocabulary(tx, call.id)))
    const search = screeningQuery({ ...view, from: null })
    const own = and(eq(savedView.callId, call.id), eq(savedView.personId, personId))
    if ((await tx.$count(savedView, and(own, sql`${savedView.name} <> ${name}`))) >= mostViews) throw new Refusal('conflict', { reason: 'too-many-views' })
    const [kept] = await tx.insert(savedView).values({ callId: call.id, personId, name, search, shared })
      .onConflictDoUpdate({ target: [savedView.callId, savedView.personId, savedView.name], set: { search, shared } }).returning({ id: savedView.id })
    note({ subject: call.id, detail: { view: kept?.id } })
    return { id: kept?.id as string, search }
  },
})

/** Forgets one of one's own views. */
export const removeView = command({
  name: 'saved-view.remove',
  input: z.object({ viewId: z.uuid() }),
  subject: async (read, { viewId }, actor) => {
    const [found] = await read.select({ id: savedView.id, callId: savedView.callId, personId: savedView.personId }).from(savedView).where(eq(savedView.id, viewId))
    if (!found || found.personId !== actor?.id) throw new Refusal('not-found')
    return found
  },
  may: manager,
  run: async ({ tx, subject: { id, callId }, note }) => {
    await tx.delete(savedView).where(eq(savedView.id, id))
    note({ subject: callId, detail: { view: id } })
  },
})

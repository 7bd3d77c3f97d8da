import { eq } from 'drizzle-orm'
import { call } from '#db/schema/call.ts'
import { manager } from '#lib/domain/access.ts'
import { loadCall, takeTurn, turn } from '#lib/server/call/load-call.ts'
import { command } from '#lib/server/command.ts'
import { z } from 'zod'

/** Does away with a call nobody has seen yet. A published one stays: `closed`. */
export const discardCall = command({
  name: 'call.discard',
  input: z.object({ ...turn, confirmed: z.literal('yes') }),
  subject: (read, { slug }) => loadCall(read, slug),
  may: manager,
  when: ({ publishedAt }) => publishedAt === null,
  run: async ({ tx, subject, note }, { version }) => {
    await takeTurn(tx, subject, version)
    await tx.delete(call).where(eq(call.id, subject.id))
    note({ subject: subject.id })
  },
})

import { stateOf } from '#db/read/call.ts'
import { readCallForm } from '#db/read/call-form.ts'
import { anyone } from '#lib/domain/access.ts'
import { askedSlug } from '#lib/server/asked.ts'
import { query } from '#lib/server/query.ts'
import { Refusal } from '#lib/server/refusal.ts'

/** What anybody may know of applying to a published call run here: statements, questions, grid; and when it was read. Throws `not-found`. */
export const showCallForm = query({
  name: 'call.show-form',
  input: askedSlug,
  may: anyone,
  read: async ({ tx, now }, { slug }) => {
    const found = await readCallForm(tx, slug)
    if (found === null) throw new Refusal('not-found')
    const { opensAt, closesAt } = found.call
    return { ...found, now, call: { ...found.call, state: stateOf({ opensAt, closesAt, opensOn: null, closesOn: null }, now) } }
  },
})
export type ShownCallForm = Awaited<ReturnType<typeof showCallForm>>

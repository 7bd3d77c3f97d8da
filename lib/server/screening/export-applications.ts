import { manager, type Person } from '#lib/domain/access.ts'
import { parseScreeningView } from '#lib/domain/screening-view.ts'
import { loadCall } from '#lib/server/call/load-call.ts'
import { noteOpenings } from '#lib/server/application/open-application.ts'
import { command } from '#lib/server/command.ts'
import { readRows } from '#lib/server/screening/read-rows.ts'
import { askedSearch, pageOf, pageSize } from '#lib/server/screening/screen-applications.ts'
import { askedCall, knownValues, readVocabulary } from '#lib/server/screening/vocabulary.ts'
import { z } from 'zod'

/**
 * The applications of a view, in its order and with its columns, to be taken away: all of them as CSV or XLSX, a page at a
 * time as JSON. That they were is in the journal, and in each application for its authors to see.
 */
export const exportApplications = command({
  name: 'application.export',
  input: askedCall.extend({ search: askedSearch, format: z.enum(['json', 'csv', 'xlsx']), language: z.enum(['fr', 'en']).nullish().catch(null) }),
  subject: (read, { slug }) => loadCall(read, slug),
  may: manager,
  run: async ({ tx, actor, subject: call, now, note }, { search, format, language }) => {
    const vocabulary = await readVocabulary(tx, call.id)
    const { view, ignored } = parseScreeningView(search, knownValues(vocabulary))
    const asked = format === 'json' ? view : { ...view, from: null }
    const page = pageOf(await readRows(tx, call.id, asked, vocabulary, format === 'json' ? pageSize + 1 : null), asked, format === 'json' ? pageSize : Infinity)
    await noteOpenings(tx, actor as Person, page.rows.map(({ id }) => id), 'export', now)
    note({ subject: call.id, detail: { format, applications: page.rows.length } })
    return { call, view: asked, ignored, ...page, vocabulary, locale: language ?? (actor as Person).locale }
  },
})
export type ExportedApplications = Awaited<ReturnType<typeof exportApplications>>

import { endpoint } from '#lib/server/endpoint.ts'
import { exportApplications } from '#lib/server/screening/export-applications.ts'
import { exportAsked, fileOf } from '#lib/server/screening/export-asked.ts'
import { exportCsv } from '#lib/server/screening/export-table.ts'

/** All applications of a view of the call's table, as CSV. */
export const GET = endpoint({ verb: exportApplications, input: exportAsked('csv'), answer: (exported) => fileOf(exported, 'csv', exportCsv(exported)) })

import { endpoint } from '#lib/server/endpoint.ts'
import { exportApplications } from '#lib/server/screening/export-applications.ts'
import { exportJson } from '#lib/server/screening/export-table.ts'
import { exportAsked } from '#lib/server/screening/export-asked.ts'

/** The applications of a view of the call's table, fifty at a time; `after` of an answer leads to the next fifty. */
export const GET = endpoint({ verb: exportApplications, input: exportAsked('json'), answer: (exported) => Response.json(exportJson(exported)) })

import { endpoint } from '#lib/server/endpoint.ts'
import { exportApplications } from '#lib/server/screening/export-applications.ts'
import { exportAsked, fileOf } from '#lib/server/screening/export-asked.ts'
import { exportSpreadsheet } from '#lib/server/screening/export-table.ts'

/** All applications of a view of the call's table, as a spreadsheet. */
export const GET = endpoint({ verb: exportApplications, input: exportAsked('xlsx'), answer: async (exported) => fileOf(exported, 'xlsx', await exportSpreadsheet(exported)) })

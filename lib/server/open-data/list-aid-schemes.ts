import { readAidSchemes, readGrants } from '#db/read/french-schema.ts'
import { anyone } from '#lib/domain/access.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

/** Calls run here, for the national schema of aids. */
export const listAidSchemes = query({ name: 'open-data.aid-schemes', input: z.object({}), may: anyone, read: ({ tx }) => readAidSchemes(tx) })

/** What laureates were granted, for the national schema of grants. */
export const listGrants = query({ name: 'open-data.grants', input: z.object({}), may: anyone, read: ({ tx }) => readGrants(tx) })

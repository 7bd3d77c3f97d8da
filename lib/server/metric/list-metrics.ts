import { readMetrics } from '#db/read/metric.ts'
import { anyone } from '#lib/domain/access.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

/** All metrics in the order of the référentiel. */
export const listMetrics = query({
  name: 'metric.list',
  input: z.object({}),
  may: anyone,
  read: ({ tx }) => readMetrics(tx),
})

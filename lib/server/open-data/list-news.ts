import { readNews } from '#db/read/news.ts'
import { anyone } from '#lib/domain/access.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

/** What happened in the calls run here that anyone may know: published, decided, results released. */
export const listNews = query({
  name: 'open-data.news',
  input: z.object({}),
  may: anyone,
  read: ({ tx }) => readNews(tx),
})

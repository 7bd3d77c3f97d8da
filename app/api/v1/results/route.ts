import { answer } from '#lib/server/open-data/answer.ts'

export const GET = answer('/api/v1/results')

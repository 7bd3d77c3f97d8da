'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { action, text } from '#lib/server/action.ts'
import { freezeRanking } from '#lib/server/ranking/freeze-ranking.ts'

export const freeze = action({
  verb: freezeRanking,
  input: (form) => ({ roundId: text(form, 'roundId'), usedFor: text(form, 'usedFor'), facts: text(form, 'facts') }),
  done: async ({ roundId }) => redirect(`/${await getLocale()}/manage/rounds/${roundId}/ranking?frozen=1#frozen`),
})

import { cache } from 'react'
import { boardFilters } from '#lib/domain/board-view.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { orNotFound } from '#lib/server/page.ts'
import { showProgrammeBoard } from '#lib/server/programme/show-board.ts'

export type Search = Record<string, string | string[] | undefined>

/** The view an address asks for: of what is said twice, nothing. */
export function viewOf(search: Search) {
  return Object.fromEntries(boardFilters.map((name) => [name, typeof search[name] === 'string' ? search[name] : '']))
}

/** The board of a search given as JSON, asked for once a page. */
export const loadBoard = cache(async (search: string) => orNotFound(showProgrammeBoard(await signedInCaller(), viewOf(JSON.parse(search) as Search))))

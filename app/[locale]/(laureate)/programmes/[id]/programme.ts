import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { signedInCaller } from '#lib/server/actor.ts'
import { orNotFound } from '#lib/server/page.ts'
import { openProgramme } from '#lib/server/programme/open-programme.ts'

export type Props = { params: Promise<{ id: string }> }

/** Opened once for the title and the page: that it was opened is written down. */
export const open = cache(async (programmeId: string) => orNotFound(openProgramme(await signedInCaller(), { programmeId })))

/** The title of a page of a programme; of its first page the solution alone. */
export function titled(part?: 'milestones' | 'sessions' | 'documents') {
  return async ({ params }: Props): Promise<Metadata> => {
    const [t, { programme }] = await Promise.all([getTranslations('programme.page'), params.then(({ id }) => open(id))])
    return { title: part ? `${t(part)} – ${programme.solution}` : programme.solution }
  }
}

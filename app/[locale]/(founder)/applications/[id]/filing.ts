import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { inLocale } from '#lib/domain/localized.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { showApplication } from '#lib/server/application/show-application.ts'
import { orNotFound } from '#lib/server/page.ts'

export type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The file a page is about; asked once for its title and itself. */
export const loadFiling = cache(async (draftId: string) => orNotFound(showApplication(await signedInCaller(), { draftId })))

/** "Relais Nord, Impact 3", after what the page does with it. */
export async function filingTitle({ params }: Props, does?: string): Promise<Metadata> {
  const [{ application, draft, call }, locale, t] = await Promise.all([params.then(({ id }) => loadFiling(id)), getLocale(), getTranslations('filing')])
  const name = application?.solution ?? (draft.solution?.trim() || t('untitled'))
  return { title: `${does ? `${does}, ` : ''}${name}, ${inLocale(call.title, locale)}` }
}

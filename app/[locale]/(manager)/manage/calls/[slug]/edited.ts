import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import type { EditorPlace } from '#components/call-editor/call-parts.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { showSettings } from '#lib/server/call/show-settings.ts'
import { orNotFound } from '#lib/server/page.ts'

export type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The settings a page is about; asked once for its title and itself. */
export const edited = cache(async (slug: string) => orNotFound(showSettings(await signedInCaller(), { slug })))

/** "Calendrier, Impact 3". */
export async function editorTitle({ params }: Props, here: EditorPlace): Promise<Metadata> {
  const [{ call }, t, locale] = await Promise.all([params.then(({ slug }) => edited(slug)), getTranslations('call-editor.parts'), getLocale()])
  const title = inLocale(call.title, locale)
  return { title: here === 'overview' ? title : `${t(here)}, ${title}` }
}

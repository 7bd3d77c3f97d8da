import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { inLocale } from '#lib/domain/localized.ts'
import { holdingCaller } from '#lib/server/actor.ts'
import { showApplication } from '#lib/server/application/show-application.ts'
import { orNotFound } from '#lib/server/page.ts'

export type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The file a page is about, with what was written since a version of its draft; asked once for its title and itself. */
export function loadFiling(draftId: string, since?: number) {
  return load(draftId, since)
}

/** Told apart by both, one not said included. */
const load = cache(async (draftId: string, since: number | undefined) => orNotFound(showApplication(await holdingCaller(), { draftId, ...(since !== undefined && { since }) })))

/** `?changed=12`: the version that was read before it changed. */
export async function versionRead({ searchParams }: Props): Promise<number | undefined> {
  const { changed } = await searchParams
  return typeof changed === 'string' && /^\d{1,9}$/.test(changed) ? Number(changed) : undefined
}

/** "Relais Nord, Impact 3", after what the page does with it. */
export async function filingTitle(props: Props, does?: string): Promise<Metadata> {
  const [{ id }, since] = await Promise.all([props.params, versionRead(props)])
  const [{ application, draft, call }, locale, t] = await Promise.all([loadFiling(id, since), getLocale(), getTranslations('filing')])
  const name = application?.solution ?? (draft.solution?.trim() || t('untitled'))
  return { title: `${does ? `${does}, ` : ''}${name}, ${inLocale(call.title, locale)}` }
}

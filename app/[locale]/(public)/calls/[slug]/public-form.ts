import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { inLocale } from '#lib/domain/localized.ts'
import { showCallForm } from '#lib/server/call/show-call-form.ts'
import { visitor } from '#lib/server/opening.ts'
import { orNotFound } from '#lib/server/page.ts'
import { publicMetadata } from '../../public-metadata.ts'

/** The form, conditions and grid of the call an address names, read once for a page and its title. */
export const loadForm = cache((slug: string) => orNotFound(showCallForm(visitor, { slug })))

/** The title of a page about applying: its own, then the call's. */
export async function formMetadata(slug: string, room: 'eligibility' | 'form' | 'grid'): Promise<Metadata> {
  const [{ call }, locale, t] = await Promise.all([loadForm(slug), getLocale(), getTranslations(`call.${room}`)])
  const title = inLocale(call.title, locale)
  return publicMetadata(locale, `/calls/${call.slug}/${room}`, { title: `${t('title')} · ${title}`, description: t('description', { call: title }) })
}

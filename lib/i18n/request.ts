import { getRequestConfig } from 'next-intl/server'
import { _createCache } from 'use-intl/core'
import { defaultLocale, isLocale } from '#lib/i18n/locale.ts'
import { loadMessages } from '#lib/i18n/messages.ts'

/** Sentences understood once are kept for all requests; next-intl would parse them anew for each. It takes the cache without naming it in its types. */
const understood = { _cache: _createCache() }

/** What next-intl asks once per request: the language, its sentences, and Paris time. */
export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale
  const locale = isLocale(asked) ? asked : defaultLocale
  return { locale, messages: loadMessages(locale), timeZone: 'Europe/Paris', ...understood }
})

import { getRequestConfig } from 'next-intl/server'
import { defaultLocale, isLocale } from '#lib/i18n/locale.ts'
import { loadMessages } from '#lib/i18n/messages.ts'

/** What next-intl asks once per request: the language, its sentences, and Paris time. */
export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale
  const locale = isLocale(asked) ? asked : defaultLocale
  return { locale, messages: loadMessages(locale), timeZone: 'Europe/Paris' }
})

import type { Locale } from '#lib/i18n/locale.ts'
import type { Messages } from '#lib/i18n/messages.ts'

/** Lets the compiler check every message key, and every language. */
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}

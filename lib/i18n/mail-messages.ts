import type { Locale } from '#lib/i18n/locale.ts'
import en from '#lib/i18n/messages/en/mail.json' with { type: 'json' }
import fr from '#lib/i18n/messages/fr/mail.json' with { type: 'json' }

/** The words of mails alone: jobs and verbs need no other sentences. */
export function mailMessages(locale: Locale): typeof fr {
  return { fr, en }[locale]
}

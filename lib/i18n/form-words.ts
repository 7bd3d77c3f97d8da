import type { Locale } from '#lib/i18n/locale.ts'
import enFile from '#lib/i18n/messages/en/file.json' with { type: 'json' }
import en from '#lib/i18n/messages/en/form.json' with { type: 'json' }
import frFile from '#lib/i18n/messages/fr/file.json' with { type: 'json' }
import fr from '#lib/i18n/messages/fr/form.json' with { type: 'json' }

/** Sentences by code, from messages: the domain and the server know codes only. `#` is a number; `{label}` and `{fault}` are filled in where both are known. */
export type FormWords = {
  errors: { one: string; more: string }
  refusedTitle: string
  pending: string
  optional: string
  named: string
  faults: Record<string, string>
  fields: Record<string, string>
  refusals: Record<string, string>
  reasons: Record<string, string>
}

/** What forms say of themselves. A browser keeps it with the scripts, rather than being sent it with every page. */
export const formWords: Readonly<Record<Locale, FormWords>> = {
  fr: { ...fr, faults: { ...fr.faults, ...frFile.faults } },
  en: { ...en, faults: { ...en.faults, ...enFile.faults } },
}

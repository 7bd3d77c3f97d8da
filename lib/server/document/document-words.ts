import { createTranslator } from 'use-intl/core'
import { formatSiren } from '#lib/domain/siren.ts'
import { documentMessages } from '#lib/i18n/document-messages.ts'
import { formatBytes, formatParisDay, formatParisSecond } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import type { Block } from '#lib/server/document/portal-document.ts'

/** A file that was given with an application; `size` in bytes. */
export type GivenFile = { name: string; size: number; sha256: string }
/** Who applies; `siren` is null for whoever has none: a company being created, an association, a foreign company. */
export type Applicant = { name: string; siren: string | null; beingCreated?: boolean }

/** The translator of the words of documents, in one language. */
export function documentWords(locale: Locale) {
  return createTranslator({ locale, messages: { document: documentMessages(locale) }, namespace: 'document' })
}
export type DocumentWords = ReturnType<typeof documentWords>

/** "mardi 12 mai 2026 à 16 h 59 min 07 s, heure de Paris": an instant that counts. */
export function instantWords(t: DocumentWords, locale: Locale, at: Date): string {
  return t('instant', { day: formatParisDay(at, locale), time: formatParisSecond(at, locale) })
}

/** "Les Veilleurs (SIREN 732 829 320)". */
export function applicantWords(t: DocumentWords, { name, siren, beingCreated = false }: Applicant): string {
  if (siren === null) return beingCreated ? t('applicantBeingCreated', { name }) : name
  return t('applicant', { name, siren: formatSiren(siren) })
}

/** The files with their sizes and SHA-256, or the sentence that there are none. */
export function fileBlock(t: DocumentWords, locale: Locale, files: readonly GivenFile[]): Block {
  if (files.length === 0) return { block: 'text', text: t('files.none'), tone: 'soft' }
  return {
    block: 'table',
    columns: [{ title: t('files.name'), share: 3 }, { title: t('files.size'), share: 2, end: true }],
    rows: files.map(({ name, size, sha256 }) => ({ cells: [name, formatBytes(size, locale)], under: sha256 })),
  }
}

import type { applicationDraft } from '#db/schema/application.ts'
import { coreFields } from '#lib/domain/application.ts'
import type { Content } from '#lib/domain/draft.ts'
import { answerName, questionOf } from '#lib/domain/field-name.ts'

type Row = Pick<typeof applicationDraft.$inferSelect, (typeof coreFields)[number] | 'answers'>

/** What is written, flat, as the interface carries it: `pitch`, `answers.<id>`. Nothing written is left out. */
export function contentOf(row: Row): Content {
  const core = coreFields.map((field) => [field, row[field]] as const)
  const answers = Object.entries(row.answers).map(([id, given]) => [answerName(id), given] as const)
  return Object.fromEntries([...core, ...answers].filter(([, value]) => value !== null && value !== undefined))
}

/** The same of a row as the database's JSON spells it, for the fields named; null where nothing is written. */
export function fieldsOf(row: Record<string, unknown>, names: readonly string[]): Content {
  const answers = (row.answers ?? {}) as Record<string, unknown>
  return Object.fromEntries(names.map((name) => {
    const id = questionOf(name)
    return [name, (id === null ? row[name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)] : answers[id]) ?? null]
  }))
}

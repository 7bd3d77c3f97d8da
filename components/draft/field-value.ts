import type { FieldView } from '#components/draft/field-view.ts'
import { keepLine, keepParagraphs } from '#lib/domain/plain-text.ts'
import { readNumber } from '#lib/domain/written-number.ts'
import { formatFigure } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locale.ts'

/** What a control shows of a value: a text, or for boxes the identifiers ticked. */
export function toInput({ control }: FieldView, value: unknown, locale: Locale): string | string[] {
  if (control === 'choices') return Array.isArray(value) ? value.map(String) : []
  if (control === 'yes-no') return typeof value === 'boolean' ? (value ? 'yes' : 'no') : ''
  if (control === 'consent') return value === true ? 'yes' : ''
  if (typeof value === 'number') return locale === 'fr' ? String(value).replace('.', ',') : String(value)
  return value === null || value === undefined ? '' : String(value)
}

/** What is saved of what a control holds, a text or what is ticked: the texts as the server keeps them, so that both compare equal; null when empty. */
export function fromInput({ control, options }: FieldView, input: unknown, locale: Locale): unknown {
  if (control === 'choices') return options.map(({ id }) => id).filter((id) => [input].flat().includes(id)).reduce<string[] | null>((all, id) => [...(all ?? []), id], null)
  const text = String([input].flat()[0] ?? '')
  if (control === 'consent') return text === 'yes'
  if (text === '') return null
  if (control === 'yes-no') return text === 'yes'
  if (control === 'number') return readNumber(text, locale)
  if (control === 'prose') return keepParagraphs(text)
  return keepLine(text)
}

/** A value in words, to be read and not changed; '' when there is none. */
export function inWords(view: FieldView, value: unknown, words: { yes: string; no: string }, locale: Locale): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') return formatFigure(value, view.unit, locale)
  const label = (id: unknown) => view.options.find((option) => option.id === id)?.label ?? String(id)
  if (Array.isArray(value)) return value.map(label).join('\n')
  if (value === null || value === undefined) return ''
  if (typeof value === 'object') return Object.values(value).filter((part) => part !== null && part !== '').map(String).join('\n')
  return view.options.length > 0 ? label(value) : String(value)
}

import type { useTranslations } from 'next-intl'
import { claimFields, coreFields, type CoreField, limits, maturities, optionalFields, regulatoryStates, type Section, sectionOf } from '#lib/domain/application.ts'
import { answerName } from '#lib/domain/field-name.ts'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import { defaultLimits, type Question } from '#lib/domain/question.ts'
import type { Locale } from '#lib/i18n/locale.ts'

export type Control = 'line' | 'prose' | 'choice' | 'choices' | 'number' | 'date' | 'link' | 'yes-no' | 'file' | 'claim' | 'consent' | 'mark'
/** One field of the editor, core or the call's own, in the reader's language. */
export type FieldView = {
  /** As on the wire: `pitch`, `answers.<id>`. */
  name: string
  control: Control
  /** The part of an application it stands in. */
  section: Section | null
  label: string
  help: string | null
  isRequired: boolean
  /** Said in advance, and counted while typing. */
  limit: { of: 'characters' | 'words'; most: number } | null
  options: readonly { id: string; label: string; about?: string | undefined }[]
  unit: string | null
  least: number | null
  most: number | null
}

export type Challenge = { id: string; title: Localized; description: Localized | null }

const controls: Partial<Record<CoreField, Control>> = {
  solution: 'line', pitch: 'line', challengeId: 'choice', maturity: 'choice', regulatoryState: 'choice', budget: 'number', consent: 'consent',
  ...Object.fromEntries(claimFields.map((field) => [field, 'claim'])),
}

type Words = { application: ReturnType<typeof useTranslations<'application'>>; locale: Locale }

/** Every field in the order it is filled in. */
export function fieldViews(questions: readonly Question[], challenges: readonly Challenge[], words: Words): FieldView[] {
  return [...coreFields.map((field) => coreView(field, challenges, words)), ...questions.map((asked) => questionView(asked, words))]
}

function coreView(field: CoreField, challenges: readonly Challenge[], { application: t, locale }: Words): FieldView {
  const options: Partial<Record<CoreField, FieldView['options']>> = {
    challengeId: challenges.map(({ id, title, description }) => ({ id, label: inLocale(title, locale), about: description ? inLocale(description, locale) : undefined })),
    maturity: maturities.map((id) => ({ id, label: t(`maturities.${id}`) })),
    regulatoryState: regulatoryStates.map((id) => ({ id, label: t(`regulatoryStates.${id}`) })),
  }
  const most = field in limits ? limits[field as keyof typeof limits] : null
  return {
    name: field,
    control: controls[field] ?? 'prose',
    section: sectionOf[field],
    label: t(`fields.${field}.label`),
    help: t(`fields.${field}.help`),
    isRequired: !optionalFields.has(field),
    limit: most === null ? null : { of: 'characters', most },
    options: options[field] ?? [],
    unit: field === 'budget' ? '€' : null,
    least: null,
    most: null,
  }
}

function questionView({ id, kind, label, help, required, options, unit, least, most, limit }: Question, { locale }: Words): FieldView {
  const control: Control = kind === 'short-text' ? 'line' : kind === 'long-text' ? 'prose' : kind
  return {
    name: answerName(id),
    control,
    section: 'questions',
    label: inLocale(label, locale),
    help: help && inLocale(help, locale),
    isRequired: required,
    limit: kind === 'short-text' || kind === 'long-text' ? { of: kind === 'long-text' ? 'words' : 'characters', most: limit ?? defaultLimits[kind] } : null,
    options: options.map((option) => ({ id: option.id, label: inLocale(option.label, locale) })),
    unit: unit && inLocale(unit, locale),
    least,
    most,
  }
}

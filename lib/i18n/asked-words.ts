import { createTranslator } from 'use-intl/core'
import { type CoreField, limits, maturities, optionalFields, readersOf, regulatoryStates } from '#lib/domain/application.ts'
import { askedAfter, askedForm, coreKinds } from '#lib/domain/asked-form.ts'
import { claimLimits, evidenceLevels } from '#lib/domain/claim-parts.ts'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import type { Question } from '#lib/domain/question.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import { loadMessages } from '#lib/i18n/messages.ts'
import { answerText, limitText, limitWords } from '#lib/i18n/question-line.ts'

/** Something asked, in words. `parts` are those of a guided sentence; `readers` says who reads the answer. */
export type AskedWords = {
  key: string
  label: string
  help: string | null
  required: boolean
  kind: string
  limit: string | null
  choices: string[]
  parts: string[]
  condition: { question: string; answer: string } | null
  readers: string
}

type Form = { challenges: readonly { title: Localized }[]; questions: readonly Question[] }

/** The whole form in words, for a page or a document. */
export function askedInWords(form: Form, locale: Locale): { id: string; title: string; asked: AskedWords[] }[] {
  const t = words(locale)
  return askedForm(form.questions).map(({ section, asked }) => ({
    id: section,
    title: t(`sections.${section}`),
    asked: asked.map((each) => ('field' in each ? coreInWords(t, each.field, form, locale) : questionInWords(t, each.question, form, locale))),
  }))
}

function words(locale: Locale) {
  return createTranslator({ locale, messages: { application: loadMessages(locale).application }, namespace: 'application' })
}
type Words = ReturnType<typeof words>

function coreInWords(t: Words, field: CoreField, { challenges }: Form, locale: Locale): AskedWords {
  const kind = coreKinds[field]
  return {
    key: field,
    label: t(`fields.${field}.label`),
    help: t(`fields.${field}.help`),
    required: !optionalFields.has(field),
    kind: kind === 'claim' ? t('claim.kind') : t(`kinds.${kind}`),
    limit: field in limits ? t('limits.characters', { count: limits[field as keyof typeof limits] }) : null,
    choices: choicesOf(t, field, challenges, locale),
    parts: field === 'primaryClaim' ? claimParts(t) : [],
    condition: null,
    readers: t(`audiences.${readersOf[field]}`),
  }
}

function choicesOf(t: Words, field: CoreField, challenges: Form['challenges'], locale: Locale): string[] {
  if (field === 'challengeId') return challenges.map(({ title }) => inLocale(title, locale))
  if (field === 'maturity') return maturities.map((each) => t(`maturities.${each}`))
  return field === 'regulatoryState' ? regulatoryStates.map((each) => t(`regulatoryStates.${each}`)) : []
}

const claimOrder = ['rupture', 'mechanism', 'population', 'indicator', 'unit', 'baseline', 'target', 'evidenceLevel'] as const

function claimParts(t: Words): string[] {
  return claimOrder.map((part) => {
    const name = t(`claim.${part}`)
    if (part === 'evidenceLevel') return t('claim.detail', { name, detail: evidenceLevels.map((level) => t(`evidenceLevels.${level}`)).join(' ; ') })
    return part in claimLimits ? t('claim.detail', { name, detail: t('limits.characters', { count: claimLimits[part as keyof typeof claimLimits] }) }) : name
  })
}

function questionInWords(t: Words, asked: Question, { questions }: Form, locale: Locale): AskedWords {
  const after = askedAfter(asked, questions)
  return {
    key: asked.id,
    label: inLocale(asked.label, locale),
    help: asked.help && inLocale(asked.help, locale),
    required: asked.required,
    kind: asked.unit ? t('claim.detail', { name: t(`kinds.${asked.kind}`), detail: inLocale(asked.unit, locale) }) : t(`kinds.${asked.kind}`),
    limit: limitText(asked, limitWords(t), locale),
    choices: asked.options.map(({ label }) => inLocale(label, locale)),
    parts: [],
    condition: after && asked.shownIf && { question: inLocale(after.label, locale), answer: answerText(after, asked.shownIf.is, { yes: t('answers.yes'), no: t('answers.no') }, locale) },
    readers: t(`audiences.${asked.audience}`),
  }
}

import { inLocale } from '#lib/domain/localized.ts'
import { askedInWords, type AskedWords } from '#lib/i18n/asked-words.ts'
import { callWords, instantInWords } from '#lib/i18n/call-words.ts'
import { formatDay } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import type { ShownCallForm } from '#lib/server/call/show-call-form.ts'
import type { PrintedForm, PrintedQuestion } from '#lib/server/document/form-document.ts'
import { permalink } from '#lib/server/open-data/permalink.ts'

/** What the form of a call looks like on paper, with its dates and its grid. */
export function printedForm({ call, challenges, criteria, form, now }: ShownCallForm, locale: Locale): PrintedForm {
  const t = callWords(locale)
  const dates = [
    call.opensAt && { phase: t('dates.opening'), dates: instantInWords(call.opensAt, locale) },
    call.closesAt && { phase: t('dates.deadline'), dates: instantInWords(call.closesAt, locale) },
    call.answerOn !== null && { phase: t('dates.answer'), dates: formatDay(call.answerOn, locale) },
  ]
  return {
    locale,
    callTitle: inLocale(call.title, locale),
    lead: call.target && inLocale(call.target, locale),
    url: permalink(`/${locale}/calls/${call.slug}`),
    // Without questions of its own a call still has a form: the core fields, as published with the call.
    version: form ? { number: form.version, publishedAt: form.publishedAt } : call.publishedAt && { number: 1, publishedAt: call.publishedAt },
    readAt: now,
    calendar: dates.filter((each) => each !== null && each !== false),
    sections: askedInWords({ challenges, questions: form?.questions ?? [] }, locale).map(({ title, asked }) => ({ title, introduction: null, questions: asked.map((each) => printed(each, locale)) })),
    rubric: criteria.length === 0 ? null : {
      low: 1,
      criteria: criteria.map(({ name, weight, guidance, anchors }) => ({ name: inLocale(name, locale), weight, guidance: guidance && inLocale(guidance, locale), anchors: anchors.map((anchor) => inLocale(anchor, locale)) })),
    },
    demonstration: call.demonstration,
  }
}

function printed({ key: _key, parts, readers, help, ...asked }: AskedWords, locale: Locale): PrintedQuestion {
  const read = callWords(locale)('form.readers', { readers })
  return { ...asked, help: [help, ...parts.map((part) => `– ${part}`), read].filter((line) => line !== null).join('\n') }
}

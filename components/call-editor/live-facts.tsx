'use client'
import { useEffect, useRef, useState } from 'react'
import { type Question, type QuestionKind } from '#lib/domain/question.ts'
import { questionFrom, questionInput } from '#lib/domain/question-settings.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import { type QuestionWords, questionFacts } from '#lib/i18n/question-line.ts'

type Props = { kind: QuestionKind; asked: Question | null; questions: readonly Question[]; words: QuestionWords; locale: Locale; title: string; incomplete: string }

/** How the question being written reads in the list, while it is typed; says so when it is not whole yet. */
export function LiveFacts({ kind, asked, questions, words, locale, title, incomplete }: Props) {
  const place = useRef<HTMLParagraphElement>(null)
  const [written, setWritten] = useState<Question | null>(asked)
  useEffect(() => {
    const form = place.current?.closest('form')
    const read = () => form && setWritten(writtenIn(new FormData(form), kind, asked))
    form?.addEventListener('input', read)
    return () => form?.removeEventListener('input', read)
  }, [kind, asked])
  return (
    <p ref={place} className="max-w-measure bg-wash px-3 py-2 text-small">
      <span className="font-semibold">{title}</span>{' '}
      {written ? [written.label[locale] ?? written.label.fr, ...questionFacts(written, questions, words, locale)].join(' · ') : incomplete}
    </p>
  )
}

function writtenIn(form: FormData, kind: QuestionKind, asked: Question | null): Question | null {
  const text = (name: string) => String(form.get(name) ?? '')
  const both = (name: string) => ({ fr: text(`${name}.fr`), en: text(`${name}.en`) })
  const places = [...form.keys()].flatMap((name) => /^options\.(\d+)\.label\.fr$/.exec(name)?.[1] ?? [])
  const options = places.map((at) => (text(`options.${at}.label.fr`) === '' || text(`options.${at}.remove`) === 'yes' ? null : { id: text(`options.${at}.id`), label: both(`options.${at}.label`) }))
  const parsed = questionInput.safeParse({
    label: both('label'), help: both('help'), required: text('required') === 'yes', audience: text('audience'), shownIf: text('shownIf'), options,
    unit: text('unit.fr') === '' ? null : both('unit'), least: text('least'), most: text('most'), limit: text('limit'),
  })
  return parsed.success ? questionFrom(asked?.id ?? '', kind, parsed.data, asked ?? undefined) : null
}

import { useTranslations } from 'next-intl'
import type { AskedWords } from '#lib/i18n/asked-words.ts'

/** One section of the form as applicants will meet it: each field with its limits, its choices and who reads it. */
export function AskedSection({ asked }: { asked: readonly AskedWords[] }) {
  return (
    <ol className="border-t border-rule">
      {asked.map((each) => (
        <AskedField key={each.key} asked={each} />
      ))}
    </ol>
  )
}

function AskedField({ asked: { key, label, help, required, kind, limit, choices, parts, condition, readers } }: { asked: AskedWords }) {
  const t = useTranslations('call.form')
  const marks = useTranslations('application')
  return (
    <li id={key} className={`keep border-b border-rule py-5 ${condition ? 'ps-5 sm:ps-8' : ''}`}>
      {condition && <p className="mb-1 text-small text-uncertain-ink">{t('condition', condition)}</p>}
      <h3 className="font-semibold">{label}</h3>
      <p className="mt-0.5 flex flex-wrap gap-x-2 text-small text-soft">
        {[marks(required ? 'required' : 'optional'), kind, limit]
          .filter((mark) => mark !== null)
          .map((mark, index) => (
            <span key={mark} className="first-letter:uppercase">
              {index > 0 && <span aria-hidden="true">· </span>}
              {mark}
            </span>
          ))}
      </p>
      {help && <p className="mt-2 max-w-measure whitespace-pre-line">{help}</p>}
      {parts.length > 0 && <Items title={t('parts')} items={parts} />}
      {choices.length > 0 && <Items title={t('choices')} items={choices} />}
      <p className="mt-2 text-small text-soft">{t('readers', { readers })}</p>
    </li>
  )
}

function Items({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <div className="mt-2 max-w-measure">
      <p className="text-small font-semibold">{title}</p>
      <ul className="list-disc ps-5 text-small">
        {items.map((item) => (
          <li key={item} className="py-0.5">
            {item}
          </li>
        ))}
      </ul>
    </div>
  )
}

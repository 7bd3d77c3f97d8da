import { useLocale, useTranslations } from 'next-intl'
import type { FormDiff } from '#lib/domain/form-diff.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { formatList } from '#lib/i18n/format.ts'

/** What the form's next version changes for applicants, question by question. */
export function FormDiffList({ diff: { added, removed, changed, moved } }: { diff: FormDiff }) {
  const t = useTranslations('call-editor.diff')
  const locale = useLocale()
  const groups = [
    { key: 'added' as const, lines: added.map((asked) => ({ id: asked.id, text: inLocale(asked.label, locale) })) },
    { key: 'removed' as const, lines: removed.map((asked) => ({ id: asked.id, text: inLocale(asked.label, locale) })) },
    { key: 'changed' as const, lines: changed.map(({ question, parts }) => ({ id: question.id, text: t('parts', { label: inLocale(question.label, locale), parts: formatList(parts.map((part) => t(`part.${part}`)), locale) }) })) },
    { key: 'moved' as const, lines: moved.map((asked) => ({ id: asked.id, text: inLocale(asked.label, locale) })) },
  ]
  return (
    <dl className="max-w-measure space-y-3">
      {groups.filter(({ lines }) => lines.length > 0).map(({ key, lines }) => (
        <div key={key}>
          <dt className="font-semibold">{t(key, { count: lines.length })}</dt>
          {lines.map(({ id, text }) => <dd key={id} className="ps-4">{text}</dd>)}
        </div>
      ))}
    </dl>
  )
}

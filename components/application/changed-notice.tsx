import { useLocale, useTranslations } from 'next-intl'
import { type NamedQuestion, useFieldName } from '#components/application/field-name.ts'
import { Notice } from '#components/ui/notice.tsx'
import { formatList } from '#lib/i18n/format.ts'

type Props = { fields: readonly string[]; added: readonly string[]; removed: readonly string[]; questions: readonly NamedQuestion[] }

/** Says that a draft is no longer what was read, and in what: fields by name, files by name. */
export function ChangedNotice({ fields, added, removed, questions }: Props) {
  const t = useTranslations('filing.review')
  const locale = useLocale()
  const nameOf = useFieldName(questions)
  return (
    <Notice tone="uncertain" role="status">
      <p>{t('changedSince')}</p>
      {fields.length > 0 && <p className="mt-1">{t('changedFields', { fields: formatList(fields.map(nameOf), locale) })}</p>}
      {added.length > 0 && <p className="mt-1 break-words">{t('addedFiles', { files: formatList(added, locale) })}</p>}
      {removed.length > 0 && <p className="mt-1 break-words">{t('removedFiles', { files: formatList(removed, locale) })}</p>}
    </Notice>
  )
}

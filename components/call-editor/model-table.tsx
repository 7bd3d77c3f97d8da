import { useLocale, useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'
import { Table } from '#components/ui/table.tsx'
import { Day } from '#components/ui/time.tsx'
import { inLocale, type Localized } from '#lib/domain/localized.ts'

/** The calls a new one may be made after. */
export function ModelTable({ models }: { models: readonly { slug: string; title: Localized; opensOn: string | null }[] }) {
  const t = useTranslations('call-editor.new')
  const locale = useLocale()
  return (
    <Table id="model-table" caption={t('modelsCaption')} captionHidden>
      <thead>
        <tr>
          <th scope="col">{t('model')}</th>
          <th scope="col">{t('opened')}</th>
          <th scope="col"><span className="sr-only">{t('clone')}</span></th>
        </tr>
      </thead>
      <tbody>
        {models.map(({ slug, title, opensOn }) => (
          <tr key={slug}>
            <th scope="row">{inLocale(title, locale)}</th>
            <td>{opensOn ? <Day date={opensOn} /> : t('noDates')}</td>
            <td><Link href={`/manage/calls/new?from=${slug}`} aria-label={t('cloneOf', { title: inLocale(title, locale) })}>{t('clone')}</Link></td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Tag } from '#components/ui/tag.tsx'

/** Where a page about one call stands; an invented call is marked on each. */
export function CallBreadcrumb({ call: { slug, title, demonstration } }: { call: { slug: string; title: Localized; demonstration: boolean } }) {
  const t = useTranslations('call')
  return (
    <>
      <Breadcrumb items={[{ href: '/calls', label: t('title') }, { href: `/calls/${slug}`, label: inLocale(title, useLocale()) }]} />
      {demonstration && (
        <p className="mb-3">
          <Tag tone="uncertain">{t('demonstration')}</Tag>
        </p>
      )}
    </>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicSourceDetail } from '#lib/domain/public-source.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Link } from '#components/ui/link.tsx'
import { Tag } from '#components/ui/tag.tsx'

const documentPages = {
  rules: '/selection#rules',
  prioritisation: '/prioritisation',
  'programme-template': '/selection#programme',
  rubric: '/selection#rubric',
  context: '/prioritisation',
  'not-found': '/selection#not-found',
} as const

const isDocument = (slug: string): slug is keyof typeof documentPages => Object.hasOwn(documentPages, slug)

/** Everything on the portal that rests on a source, each with its place. */
export function SourceUses({ citedBy }: { citedBy: PublicSourceDetail['citedBy'] }) {
  const t = useTranslations('source.used')
  const documents = useTranslations('source.documents')
  const locale = useLocale()
  const groups: { title: string; items: { key: string; item: ReactNode }[] }[] = [
    {
      title: t('figures'),
      items: citedBy.figures.map(({ rupture, ruptureTitle, estimate, name, quantified }) => ({
        key: `${rupture}/${estimate}`,
        item: (
          <>
            <Link href={`/ruptures/${rupture}#${estimate}`}>{inLocale(name, locale)}</Link> {!quantified && <Tag tone="uncertain">{t('notQuantified')}</Tag>}
            <span className="block text-small text-soft">{inLocale(ruptureTitle, locale)}</span>
          </>
        ),
      })),
    },
    { title: t('ruptures'), items: citedBy.ruptures.map(({ slug, title }) => ({ key: slug, item: <Link href={`/ruptures/${slug}`}>{inLocale(title, locale)}</Link> })) },
    { title: t('calls'), items: citedBy.calls.map(({ slug, title }) => ({ key: slug, item: <Link href={`/calls/${slug}`}>{inLocale(title, locale)}</Link> })) },
    { title: t('laureates'), items: citedBy.laureates.map(({ slug, name }) => ({ key: slug, item: <Link href={`/laureates/${slug}`}>{name}</Link> })) },
    { title: t('metrics'), items: citedBy.metrics.map(({ slug, name }) => ({ key: slug, item: <Link href={`/metrics#${slug}`}>{inLocale(name, locale)}</Link> })) },
    { title: t('documents'), items: citedBy.documents.filter(isDocument).map((slug) => ({ key: slug, item: <Link href={documentPages[slug]}>{documents(slug)}</Link> })) },
  ]
  const used = groups.filter(({ items }) => items.length > 0)
  if (used.length === 0) return <EmptyState title={t('nothing')} />
  return used.map(({ title, items }) => (
    <div key={title} className="grid gap-x-8 gap-y-2 border-t border-rule py-5 md:grid-cols-[14rem_1fr]">
      <h3 className="font-semibold">{title}</h3>
      <ul className="max-w-measure space-y-2">
        {items.map(({ key, item }) => (
          <li key={key}>{item}</li>
        ))}
      </ul>
    </div>
  ))
}

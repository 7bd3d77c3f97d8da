import { useTranslations } from 'next-intl'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Heading } from '#components/ui/heading.tsx'

/** The top of the table, low enough to leave it the screen: where it stands, and whether all in it is invented. */
export function TableHead({ slug, title, demonstration }: { slug: string; title: string; demonstration: boolean }) {
  const t = useTranslations('screening')
  const calls = useTranslations('call-editor.list')
  return (
    <header className="pb-3 pt-5">
      <Breadcrumb items={[{ href: '/manage', label: calls('title') }, { href: `/manage/calls/${slug}`, label: title }]} />
      <Heading as={1} size={2}>{t('title')}</Heading>
      {demonstration && <p className="mt-3 border-s-4 border-uncertain bg-uncertain-wash px-3 py-1.5 text-small">{t('demonstration')}</p>}
    </header>
  )
}

import { useTranslations } from 'next-intl'
import { Heading } from '#components/ui/heading.tsx'

/** The top of the table, low enough to leave it the screen: what it holds, of which call, and whether it is all invented. */
export function TableHead({ title, demonstration }: { title: string; demonstration: boolean }) {
  const t = useTranslations('screening')
  return (
    <header className="pb-4 pt-5">
      <Heading as={1} size={2}>{t('title')}</Heading>
      <p className="mt-1 text-soft">{title}</p>
      {demonstration && <p className="mt-3 border-s-4 border-uncertain bg-uncertain-wash px-3 py-1.5 text-small">{t('demonstration')}</p>}
    </header>
  )
}

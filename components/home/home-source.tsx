import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'

/** Where the map comes from: its ruptures, its sources, and the table behind it. */
export function HomeSource({ ruptures, sources, elsewhere }: { ruptures: number; sources: number; elsewhere: number }) {
  const t = useTranslations('home.map')
  return (
    <>
      <p>
        {t.rich('source', {
          count: ruptures,
          total: sources,
          ruptures: (words) => <Link href="/ruptures?field=sante-mentale">{words}</Link>,
          sources: (words) => <Link href="/sources">{words}</Link>,
          table: (words) => <a href="#pathway-table">{words}</a>,
        })}
      </p>
      {elsewhere > 0 && <p className="mt-1">{t.rich('elsewhere', { count: elsewhere, link: (words) => <Link href="/ruptures">{words}</Link> })}</p>}
    </>
  )
}

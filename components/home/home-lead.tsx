import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'

/** How many ruptures are documented, and for how many of them nobody has counted: every number leads to its list. */
export function HomeLead({ ruptures }: { ruptures: readonly { quantified: boolean }[] }) {
  const t = useTranslations('home')
  return (
    <p className="mt-5 max-w-[54ch] text-lead text-soft">
      {t.rich('lead', {
        ruptures: (words) => <Link href="/ruptures?field=sante-mentale">{words}</Link>,
        uncounted: (words) => <Link href="/ruptures?field=sante-mentale&quantified=no">{words}</Link>,
        count: ruptures.length,
        missing: ruptures.filter(({ quantified }) => !quantified).length,
      })}
    </p>
  )
}

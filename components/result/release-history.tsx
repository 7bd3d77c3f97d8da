import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'
import { Instant } from '#components/ui/time.tsx'

/** Every release of a call's results, each at its lasting address. */
export function ReleaseHistory({ call, releases, shown }: { call: string; releases: readonly { sequence: number; releasedAt: Date }[]; shown: number | null }) {
  const t = useTranslations('result')
  return (
    <ul className="max-w-measure border-t border-rule">
      {releases.toReversed().map(({ sequence, releasedAt }) => (
        <li key={sequence} className="border-b border-rule py-3 first-letter:uppercase">
          {sequence === shown ? <strong aria-current="page">{t('release', { sequence })}</strong> : <Link href={`/results/${call}/${sequence}`}>{t('release', { sequence })}</Link>}, <Instant at={releasedAt} />
        </li>
      ))}
    </ul>
  )
}

import { useTranslations } from 'next-intl'
import { Section } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { Day } from '#components/ui/time.tsx'
import { parisDate } from '#lib/domain/calendar.ts'

type Mentored = { programmeId: string; organisationName: string; solution: string; acceptedAt: Date | null }

/** The laureates one accompanies, each a way to its programme. */
export function MentoredList({ mentored }: { mentored: readonly Mentored[] }) {
  const t = useTranslations('mentoring')
  return (
    <Section id="mentored" title={t('mentored')}>
      <ul className="border-t border-rule">
        {mentored.map(({ programmeId, organisationName, solution, acceptedAt }) => (
          <li key={programmeId} className="border-b border-rule py-4">
            <Link href={`/mentoring/programmes/${programmeId}`} className="inline-block py-1 font-serif text-h3 font-medium">{solution}</Link>
            <p className="text-soft">{organisationName}{acceptedAt && <> · {t.rich('since', { day: () => <Day date={parisDate(acceptedAt)} /> })}</>}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

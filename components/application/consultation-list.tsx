import { useTranslations } from 'next-intl'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Instant } from '#components/ui/time.tsx'

export type Consultation = { organisationName: string; part: string; people: number; lastAt: Date }

const parts = ['application', 'file', 'messages', 'table', 'export', 'programme', 'programme-file', 'programme-export'] as const

/** Who opened a file, part by part: the organisation and how many of its people, never their names. */
export function ConsultationList({ consultations, now }: { consultations: readonly Consultation[]; now: Date }) {
  const t = useTranslations('filing.opened')
  if (consultations.length === 0) return <EmptyState title={t('none')}><p>{t('noneHint')}</p></EmptyState>
  return (
    <ul className="max-w-measure border-t border-rule">
      {consultations.map(({ organisationName, part, people, lastAt }) => (
        <li key={`${organisationName} ${part}`} className="border-b border-rule py-2">
          {t.rich('line', { organisation: organisationName, part: t(`parts.${parts.find((each) => each === part) ?? 'other'}`), people, at: () => <Instant at={lastAt} now={now} /> })}
        </li>
      ))}
    </ul>
  )
}

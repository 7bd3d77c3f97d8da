import { useTranslations } from 'next-intl'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { Link } from '#components/ui/link.tsx'
import { Instant } from '#components/ui/time.tsx'
import type { Eligibility } from '#lib/domain/application.ts'
import { formatSiren } from '#lib/domain/siren.ts'

type Props = {
  call: { slug: string }
  organisation: { name: string; frozenName: string; siren: string | null }
  application: { number: string; submittedAt: Date; sequence: number; eligibility: Eligibility; motive: string | null }
  last: { kind: 'submission' | 'correction'; sha256: string } | undefined
}

/** What a manager needs to know of a deposited file before reading it. */
export function OpenedFacts({ call, organisation, application, last }: Props) {
  const t = useTranslations('managed-application')
  const { number, submittedAt, sequence, eligibility, motive } = application
  return (
    <DefinitionList
      items={[
        {
          name: t('organisation'),
          value: (
            <>
              {organisation.name}
              {organisation.frozenName !== organisation.name && <span className="block text-small text-soft">{t('frozenName', { name: organisation.frozenName })}</span>}
              {organisation.siren && <span className="block text-small text-soft tabular-nums">{t('siren', { siren: formatSiren(organisation.siren) })}</span>}
            </>
          ),
        },
        { name: t('received'), value: <><Instant at={submittedAt} /><span className="block text-small text-soft">{t('sequence', { sequence, kind: last?.kind ?? 'submission' })}</span></> },
        {
          name: t('eligibility'),
          value: (
            <>
              {t(`eligibilities.${eligibility}`)}
              {motive && <span className="block text-small">{t('motive', { motive })}</span>}
              <Link href={`/manage/calls/${call.slug}/applications?q=${encodeURIComponent(number)}`} className="block py-1 text-small">{t('screen')}</Link>
            </>
          ),
        },
        { name: t('sha256'), value: <code className="text-small [overflow-wrap:anywhere]">{last?.sha256}</code> },
      ]}
    />
  )
}

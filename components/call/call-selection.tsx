import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicCall } from '#lib/domain/public-call.ts'
import { formatNumber } from '#lib/i18n/format.ts'
import { FindingText } from '#components/call/finding.tsx'
import { SourceMark, type Sources } from '#components/source/source-mark.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'

/** What is known of who could apply and how the choice was made; each gap is named. */
export function CallSelection({ call, sources }: { call: PublicCall; sources: Sources }) {
  const t = useTranslations('call.selection')
  return (
    <DefinitionList
      items={[
        { name: t('target'), value: <FindingText finding={call.target} sources={sources} /> },
        { name: t('applications'), value: <Applications call={call} sources={sources} /> },
        { name: t('eligibility'), value: <FindingText finding={call.eligibility} sources={sources} /> },
        { name: t('criteria'), value: <FindingText finding={call.selectionCriteria} sources={sources} /> },
      ]}
    />
  )
}

function Applications({ call: { applications }, sources }: { call: PublicCall; sources: Sources }) {
  const t = useTranslations('call.facts')
  const locale = useLocale()
  const note = applications.note === null ? null : inLocale(applications.note, locale)
  if (applications.received === null) return <p className="font-note italic text-soft">{note ?? t('notFound')}</p>
  const count = formatNumber(applications.received, locale)
  return (
    <>
      <p>
        <span className="first-letter:uppercase">{applications.approximate ? t('about', { count }) : count}</span> <SourceMark id={applications.sourceId} sources={sources} />
      </p>
      {note && <p className="mt-1 text-small text-soft">{note}</p>}
    </>
  )
}

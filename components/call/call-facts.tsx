import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { PublicCall } from '#lib/domain/public-call.ts'
import { formatFigure, formatNumber } from '#lib/i18n/format.ts'
import { SourceMark, type Sources } from '#components/source/source-mark.tsx'

/** The large figures of a call, each with its source under it; one that was not found is said, not left out. */
export function CallFacts({ call, sources }: { call: PublicCall; sources: Sources }) {
  const t = useTranslations('call.facts')
  const locale = useLocale()
  const { received, approximate, sourceId } = call.applications
  const { challenges, partners, laureates, budget } = call
  return (
    <dl className="grid grid-cols-2 gap-x-8 gap-y-8 border-y border-rule py-8 md:grid-cols-4">
      {received === null ? (
        <Fact name={t('applicationsUnknown')} value={<span className="font-note text-h3 italic text-soft">{t('notFound')}</span>} />
      ) : (
        <Fact
          name={t('applications', { count: received })}
          value={approximate ? t.rich('aboutLarge', { count: formatNumber(received, locale), small: (words) => <span className="text-h3">{words}</span> }) : formatNumber(received, locale)}
          source={<SourceMark id={sourceId} sources={sources} />}
        />
      )}
      <Fact name={t('challenges', { count: challenges.length })} value={formatNumber(challenges.length, locale)} source={<SourcesOf facts={challenges} sources={sources} />} />
      <Fact name={t('partners', { count: partners.length })} value={formatNumber(partners.length, locale)} source={<SourcesOf facts={partners} sources={sources} />} />
      {budget === null ? (
        <Fact
          name={t(call.laureatesComplete ? 'laureatesComplete' : 'laureates', { count: laureates.length })}
          value={formatNumber(laureates.length, locale)}
          source={<SourcesOf facts={laureates} sources={sources} />}
        />
      ) : (
        <Fact name={t('budget')} value={formatFigure(budget.euros, '€', locale)} source={<SourceMark id={budget.sourceId} sources={sources} />} />
      )}
    </dl>
  )
}

function Fact({ name, value, source }: { name: ReactNode; value: ReactNode; source?: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col">
      <dt className="order-2 text-balance">{name}</dt>
      <dd className="order-1 font-serif text-h1 font-medium leading-none tabular-nums lining-nums">{value}</dd>
      {source && <dd className="order-3 mt-1 leading-snug">{source}</dd>}
    </div>
  )
}

function SourcesOf({ facts, sources }: { facts: readonly { sourceId: string | null }[]; sources: Sources }) {
  const ids = [...new Set(facts.map(({ sourceId }) => sourceId))].filter((id) => id !== null)
  return (
    <>
      {ids.map((id, index) => (
        <span key={id}>
          {index > 0 && <span className="text-small text-soft"> ; </span>}
          <SourceMark id={id} sources={sources} />
        </span>
      ))}
    </>
  )
}

import { useTranslations } from 'next-intl'
import { Tag, type TagTone } from '#components/ui/tag.tsx'
import type { ResultChange } from '#lib/domain/result-change.ts'

const tones: Record<ResultChange['kind'], TagTone> = { added: 'bridge', changed: 'uncertain', removed: 'rupture' }

/** What a release changes against the one before, result by result. */
export function ChangeList({ changes }: { changes: readonly ResultChange[] }) {
  const t = useTranslations('result')
  if (changes.length === 0) return <p className="text-soft">{t('changes.none')}</p>
  return (
    <ul className="max-w-measure border-t border-rule">
      {changes.map(({ kind, result, before, fields }) => (
        <li key={result.metricId} className="border-b border-rule py-3">
          <Tag tone={tones[kind]}>{t(`changes.${kind}`)}</Tag>{' '}
          {kind === 'removed' ? result.name : <a href={`#m-${result.metricId}`}>{result.name}</a>}
          <span className="block text-small text-soft">{result.laureateName}</span>
          {before !== null && fields.includes('points') && <span className="block">{t('changes.points', { before: before.points.length, after: result.points.length })}</span>}
          {before !== null && fields.includes('outcome') && <span className="block">{t('changes.outcome', { before: t(`short.${before.outcome}`), after: t(`short.${result.outcome}`) })}</span>}
          {before !== null && fields.some((field) => field !== 'points' && field !== 'outcome') && <span className="block">{t('changes.definition')}</span>}
        </li>
      ))}
    </ul>
  )
}

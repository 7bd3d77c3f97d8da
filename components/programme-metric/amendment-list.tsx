import { useLocale, useTranslations } from 'next-intl'
import { definitionWords } from '#components/programme-metric/definition-words.ts'
import { Heading } from '#components/ui/heading.tsx'
import { Instant } from '#components/ui/time.tsx'
import type { DefinitionField } from '#lib/domain/metric-definition.ts'

type Amendment = { sequence: number; changes: Record<string, { from: unknown; to: unknown }>; reason: string; amendedAt: Date }

/** The dated changes of a locked metric, in their order: what, from and to, and why. */
export function AmendmentList({ amendments, unit, titled = true }: { amendments: readonly Amendment[]; unit: string; titled?: boolean }) {
  const t = useTranslations('programme-metric')
  const locale = useLocale()
  const said = (field: DefinitionField, value: unknown) => definitionWords(field, value, unit, locale, t) ?? t('history.empty')
  return (
    <section aria-labelledby={titled ? 'amendments' : undefined} className={titled ? 'border-t border-rule pt-5' : ''}>
      {titled && <Heading as={2} size={3} id="amendments">{t('history.title')}</Heading>}
      {amendments.length === 0 ? <p className="mt-2 text-soft">{t('history.none')}</p> : (
        <ol className="mt-3 space-y-5">
          {amendments.map(({ sequence, changes, reason, amendedAt }) => (
            <li key={sequence} className="keep max-w-measure border-s-4 border-uncertain ps-4">
              <p className="font-semibold">{t('history.caption', { sequence })}</p>
              <p className="text-small text-soft"><Instant at={amendedAt} /></p>
              <ul className="mt-1 list-disc ps-5">
                {(Object.entries(changes) as [DefinitionField, { from: unknown; to: unknown }][]).map(([field, { from, to }]) => (
                  <li key={field}>{field === 'nationalEstimateId' ? t(`fields.${field}`) : t('history.change', { field: t.has(`fields.${field}`) ? t(`fields.${field}`) : field, from: said(field, from), to: said(field, to) })}</li>
                ))}
              </ul>
              <p className="mt-1 whitespace-pre-line [overflow-wrap:anywhere]">{reason}</p>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

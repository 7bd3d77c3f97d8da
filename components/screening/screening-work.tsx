import { useLocale, useTranslations } from 'next-intl'
import { HiddenField } from '#components/form/fields.tsx'
import { ActionBar } from '#components/screening/action-bar.tsx'
import { type ScreeningAction, ScreeningForm } from '#components/screening/screening-form.tsx'
import { ScreeningKeys } from '#components/screening/screening-keys.tsx'
import { ScreeningTable } from '#components/screening/screening-table.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { motiveLimit, type ScreeningRow, type ScreeningState, type ScreeningVocabulary } from '#lib/domain/screening.ts'
import { filterCount, type ScreeningView } from '#lib/domain/screening-view.ts'
import { formatNumber } from '#lib/i18n/format.ts'

type Props = { slug: string; path: string; query: string; view: ScreeningView; rows: readonly ScreeningRow[]; vocabulary: ScreeningVocabulary; told: ScreeningState; act: ScreeningAction }

/** The table with the bar of deeds above it, or why there is nothing in it. */
export function ScreeningWork({ slug, path, query, view, rows, vocabulary, told, act }: Props) {
  const t = useTranslations('screening')
  const locale = useLocale()
  const isFiltered = filterCount(view) > 0 || view.from !== null
  const bar = (['label', 'eligible', 'ineligible', 'pending', 'motive', 'confirmIneligible', 'tag', 'addTag', 'removeTag'] as const).map((key) => [key, t(`bar.${key}`)] as const)
  const barWords = {
    ...(Object.fromEntries(bar) as Record<(typeof bar)[number][0], string>),
    chosen: [t('bar.none'), t('bar.chosen', { count: 1 }), t('bar.chosen', { count: 9 }).replace('9', '#')] as const,
    motiveHint: t('bar.motiveHint', { count: formatNumber(motiveLimit, locale) }),
  }
  return (
    <ScreeningForm
      action={act}
      told={told}
      locale={locale}
      undo={t('done.undo')}
      fields={<><HiddenField name="slug" value={slug} /><HiddenField name="query" value={query} /></>}
      bar={rows.length > 0 && <ActionBar tags={vocabulary.tags} words={barWords} />}
    >
      {rows.length > 0 ? (
        <ScreeningTable path={path} view={view} rows={rows} vocabulary={vocabulary} />
      ) : (
        <div className="py-6"><EmptyState title={t(isFiltered ? 'table.none' : 'table.empty')}><p>{t(isFiltered ? 'table.noneHint' : 'table.emptyHint')}</p></EmptyState></div>
      )}
    </ScreeningForm>
  )
}

/** The keys of the table, in words. */
export function TableKeys() {
  const t = useTranslations('screening.keys')
  const keys = [
    [['j', '↓'], 'next'], [['k', '↑'], 'previous'], [['x'], 'choose'], [['e'], 'eligible'], [['i'], 'ineligible'], [['t'], 'tag'], [['o'], 'openFile'], [['c'], 'correct'], [['/'], 'search'], [['?'], 'help'],
  ] as const
  return <ScreeningKeys words={{ title: t('title'), open: t('open'), close: t('close'), switch: t('switch'), or: t('or'), keys: keys.map(([signs, what]) => [signs, t(what)]) }} />
}

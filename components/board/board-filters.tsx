import { useLocale, useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { Link } from '#components/ui/link.tsx'
import type { ShownBoard } from '#components/board/shown-board.ts'
import { inLocale } from '#lib/domain/localized.ts'

/** The filters of the board, kept in its address. */
export function BoardFilters({ board: { call, filter, ruptures, stages, partners } }: { board: ShownBoard }) {
  const t = useTranslations('flag')
  const locale = useLocale()
  const choices = [
    { name: 'rupture' as const, every: t('every'), options: ruptures.map(([value, title]) => [value, inLocale(title, locale)] as const) },
    { name: 'stage' as const, every: t('every'), options: stages.map(([value, title]) => [value, inLocale(title, locale)] as const) },
    { name: 'partner' as const, every: t('everyPartner'), options: partners },
  ]
  return (
    <form method="get" role="search" aria-label={t('filter')} className="no-print mb-6 flex flex-wrap items-end gap-3">
      {choices.map(({ name, every, options }) => (
        <label key={name} className="min-w-0 max-w-full">
          <span className="block text-small font-semibold">{t(name)}</span>
          <select name={name} defaultValue={filter[name]} className="min-h-11 w-full max-w-72 border border-edge bg-paper px-2">
            <option value="">{every}</option>
            {options.map(([value, label]) => <option key={value} value={value}>{label}</option>)}
          </select>
        </label>
      ))}
      <Button type="submit">{t('filter')}</Button>
      <Link href={`/manage/calls/${call.slug}/board`} className="inline-flex min-h-11 items-center">{t('all')}</Link>
    </form>
  )
}

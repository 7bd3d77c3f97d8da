import { useLocale, useTranslations } from 'next-intl'
import type { ShownBoard } from '#components/board/shown-board.ts'
import { Button } from '#components/ui/button.tsx'
import { Link } from '#components/ui/link.tsx'
import { boardQuery } from '#lib/domain/board-view.ts'
import { flagRules } from '#lib/domain/flag.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { localisedHref } from '#lib/i18n/address.ts'

/** What the board is chosen by, kept in its address; how many laureates each choice has stands beside it. */
export function BoardFilters({ board: { view, choices } }: { board: ShownBoard }) {
  const t = useTranslations('flag')
  const locale = useLocale()
  const counted = (name: string, count: number) => t('choice', { name, count })
  const fields = [
    { name: 'call' as const, every: t('everyCall'), options: choices.call.map(({ value, title }) => [value, inLocale(title, locale)] as const) },
    { name: 'rupture' as const, every: t('every'), options: choices.rupture.map(({ value, title, count }) => [value, counted(inLocale(title, locale), count)] as const) },
    { name: 'stage' as const, every: t('every'), options: choices.stage.map(({ value, title, count }) => [value, counted(inLocale(title, locale), count)] as const) },
    { name: 'partner' as const, every: t('everyPartner'), options: choices.partner.map(({ value, name, count }) => [value, counted(name, count)] as const) },
    { name: 'flag' as const, every: t('everyFlag'), options: flagRules.map((rule) => [rule, t(`names.${rule}`)] as const) },
  ]
  return (
    <form key={boardQuery(view)} method="get" action={localisedHref('/manage/board', locale)} role="search" aria-label={t('filter')} className="no-print mb-6 flex flex-wrap items-end gap-3">
      {fields.map(({ name, every, options }) => (
        <label key={name} className="min-w-0 max-w-full">
          <span className="block text-small font-semibold">{t(name)}</span>
          <select name={name} defaultValue={options.some(([value]) => value === view[name]) ? view[name] : ''} className="min-h-11 w-full max-w-64 border border-edge bg-paper px-2">
            <option value="">{every}</option>
            {options.map(([value, label]) => <option key={value} value={value}>{label}</option>)}
          </select>
        </label>
      ))}
      <Button type="submit">{t('filter')}</Button>
      <Link href="/manage/board" className="inline-flex min-h-11 items-center">{t('all')}</Link>
    </form>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { inLocale, type Localized } from '#lib/domain/localized.ts'

/** The sentence behind each mark of a criterion, from the lowest; side by side where there is room. */
export function AnchorList({ name, anchors, low }: { name: Localized; anchors: readonly Localized[]; low: number }) {
  const t = useTranslations('selection.rubric')
  const locale = useLocale()
  return (
    <ol aria-label={t('anchors', { name: inLocale(name, locale) })} className="mt-4 grid gap-x-5 gap-y-2 md:grid-cols-5">
      {anchors.map((anchor, index) => (
        <li key={index} className="grid grid-cols-[1.75rem_1fr] border-rule md:block md:border-t-2 md:pt-2">
          <span className="font-serif text-h3 font-medium leading-snug tabular-nums text-line">
            <span className="sr-only">{t('mark', { mark: index + low })}</span>
            <span aria-hidden="true">{index + low}</span>
          </span>
          <span className="text-small leading-snug md:mt-1 md:block">{inLocale(anchor, locale)}</span>
        </li>
      ))}
    </ol>
  )
}

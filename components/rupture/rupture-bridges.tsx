import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicLaureate } from '#lib/domain/public-laureate.ts'
import { isMeasured, type Outcome } from '#lib/domain/roll-up.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Link } from '#components/ui/link.tsx'
import { Tag } from '#components/ui/tag.tsx'

/** Who builds a bridge over this rupture, in which call, and on whose word; nobody, when nobody does. */
export function RuptureBridges({ slug, laureates, results }: { slug: string; laureates: readonly PublicLaureate[]; results: readonly { laureate: string; outcome: Outcome }[] }) {
  const t = useTranslations('rupture.bridges')
  const locale = useLocale()
  const own = (laureate: string) => results.filter((result) => result.laureate === laureate)
  if (laureates.length === 0) {
    return (
      <EmptyState title={t('none')}>
        <p>{t.rich('noneHint', { calls: (words) => <Link href="/calls">{words}</Link> })}</p>
      </EmptyState>
    )
  }
  return (
    <ul className="max-w-measure border-t border-rule">
      {laureates.map((laureate) => {
        const mended = laureate.ruptures.find((it) => it.slug === slug)
        return (
          <li key={laureate.slug} className="keep grid grid-cols-[3rem_1fr] gap-x-3 border-b border-rule py-4">
            <svg aria-hidden="true" width="46" height="24" viewBox="0 0 46 24" className="mt-1">
              <path d="M0 20h13M33 20h13" strokeWidth="4" className="stroke-line" />
              <path d="M10 19C15 1 31 1 36 19" fill="none" strokeWidth={own(laureate.slug).some(({ outcome }) => isMeasured(outcome)) ? 6 : 3} strokeLinecap="round" className="stroke-bridge" />
            </svg>
            <div>
              <p className="flex flex-wrap items-center gap-x-3">
                <Link href={`/laureates/${laureate.slug}`} className="text-h3 font-semibold text-bridge-ink">
                  {laureate.name}
                </Link>
                {laureate.demonstration && <Tag tone="uncertain">{t('demonstration')}</Tag>}
              </p>
              <p className="mt-1">{inLocale(laureate.solution, locale)}</p>
              <p className="mt-1 text-small text-soft">
                {t.rich('call', { title: inLocale(laureate.call.title, locale), call: (words) => <Link href={`/calls/${laureate.call.slug}`}>{words}</Link> })}
              </p>
              {mended?.note && <p className="mt-1 text-small text-soft">{inLocale(mended.note, locale)}</p>}
              {mended?.isProposal && <p className="mt-1 text-small text-soft">{t('proposal')}</p>}
              {own(laureate.slug).length === 0 ? <p className="mt-1 text-small text-soft">{t('noResult')}</p> : <p className="mt-1"><a href="#results">{t('results', { count: own(laureate.slug).length })}</a></p>}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

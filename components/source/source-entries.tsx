import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicSource } from '#lib/domain/public-source.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Link } from '#components/ui/link.tsx'

/** Sources that pass the filter: title in its own language, who published it, and how many figures rest on it. */
export function SourceEntries({ found, total }: { found: readonly PublicSource[]; total: number }) {
  const t = useTranslations('source')
  const locale = useLocale()
  return (
    <section aria-labelledby="found">
      <h2 id="found" className="mt-8 font-semibold">
        {found.length === total ? t('count', { count: total }) : t('countOf', { count: found.length, total })}
      </h2>
      {found.length === 0 ? (
        <div className="mt-6">
          <EmptyState title={t('empty.title')}>
            <p>{t('empty.text')}</p>
          </EmptyState>
        </div>
      ) : (
        <ul className="mt-3 border-t border-rule">
          {found.map((source) => (
            <li key={source.id} className="keep grid gap-x-10 gap-y-1 border-b border-rule py-4 md:grid-cols-[1fr_15rem]">
              <p className="max-w-measure">
                <Link href={`/sources/${source.id}`} lang={source.language === locale ? undefined : source.language}>
                  {source.title}
                </Link>
              </p>
              <p className="text-small text-soft md:pt-1">
                {inLocale(source.publisher, locale)}, {source.year ?? t('undated')}
                <br />
                {t(`kinds.${source.kind}`)}
                {source.figures > 0 && <>, {t('figures', { count: source.figures })}</>}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

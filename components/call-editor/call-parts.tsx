import { useTranslations } from 'next-intl'
import type { EditedCall } from '#components/call-editor/edited-call.ts'
import { Link } from '#components/ui/link.tsx'
import { callParts } from '#lib/domain/call-settings.ts'

export type EditorPlace = (typeof places)[number]
const places = ['overview', ...callParts, 'preview', 'publish', 'deadline', 'rounds', 'decisions', 'programme', 'commitments', 'results'] as const
/** What only a published call has. */
const published: ReadonlySet<EditorPlace> = new Set<EditorPlace>(['deadline', 'decisions', 'commitments', 'results'])

/** The pages on which a call is settled, each saying whether something is missing there. Folded on narrow screens, without script. */
export function CallParts({ settings: { call, needs }, here }: { settings: Pick<EditedCall, 'call' | 'needs'>; here: EditorPlace }) {
  const t = useTranslations('call-editor.parts')
  const lacks = (place: EditorPlace) => needs.some(({ part }) => part === place)
  return (
    <details className="unfold group border-y border-rule lg:border-0">
      <summary className="flex min-h-11 list-none items-center gap-3 font-semibold [&::-webkit-details-marker]:hidden">
        <svg aria-hidden="true" width="12" height="12" viewBox="0 0 12 12" className="shrink-0 text-line group-open:rotate-90">
          <path d="M3 1l6 5-6 5" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
        {t('summary', { part: t(here) })}
      </summary>
      <nav aria-label={t('label')}>
        <ul className="pb-3 lg:border-s lg:border-rule lg:pb-0">
          {places.filter((place) => !published.has(place) || call.publishedAt !== null).map((place) => (
            <li key={place}>
              <Link
                href={`/manage/calls/${call.slug}${place === 'overview' ? '' : `/${place}`}`}
                aria-current={place === here ? 'page' : undefined}
                className={`flex min-h-9 flex-wrap items-center gap-x-2 py-1 no-underline hover:underline pointer-coarse:min-h-11 lg:-ms-px lg:border-s-2 lg:ps-3 ${place === here ? 'border-line font-bold' : 'border-transparent text-soft'}`}
              >
                {t(place)}
                {lacks(place) && <span className="text-small font-normal text-uncertain-ink">{t('lacks')}</span>}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </details>
  )
}

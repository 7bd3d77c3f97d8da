import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'
import type { RoundKind } from '#lib/domain/round.ts'

const places = ['board', 'settings', 'applications', 'scorers', 'conflicts', 'assignments', 'ranking', 'jury', 'decisions'] as const
export type RoundPlace = (typeof places)[number]

/** The pages a round is run from. Folded on narrow screens, without script; one line where the page needs the whole width. */
export function RoundPlaces({ round: { id, kind, call }, here, wide = false }: { round: { id: string; kind: RoundKind; call: { slug: string } }; here: RoundPlace; wide?: boolean }) {
  const t = useTranslations('round.places')
  const row = 'lg:flex lg:flex-wrap lg:gap-x-5 lg:border-b lg:border-rule'
  const column = 'lg:border-s lg:border-rule lg:pb-0'
  return (
    <details className="unfold group border-y border-rule lg:border-0">
      <summary className="flex min-h-11 list-none items-center gap-3 font-semibold [&::-webkit-details-marker]:hidden">
        <svg aria-hidden="true" width="12" height="12" viewBox="0 0 12 12" className="shrink-0 text-line group-open:rotate-90">
          <path d="M3 1l6 5-6 5" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
        {t('summary', { place: t(here) })}
      </summary>
      <nav aria-label={t('label')}>
        <ul className={`pb-3 ${wide ? row : column}`}>
          {places.filter((place) => place !== 'jury' || kind === 'jury').map((place) => (
            <li key={place}>
              <Link
                href={place === 'decisions' ? `/manage/calls/${call.slug}/decisions` : `/manage/rounds/${id}${place === 'board' ? '' : `/${place}`}`}
                aria-current={place === here ? 'page' : undefined}
                className={`flex min-h-9 items-center py-1 no-underline hover:underline pointer-coarse:min-h-11 ${wide ? 'lg:border-b-2' : 'lg:-ms-px lg:border-s-2 lg:ps-3'} ${place === here ? 'border-line font-bold' : 'border-transparent text-soft'}`}
              >
                {t(place)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </details>
  )
}

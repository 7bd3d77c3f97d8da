import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Hatch } from '#components/chart/hatch.tsx'
import { formatNumber } from '#lib/i18n/format.ts'

/** How to read the map: its signs, its scale, and where it comes from. `perPerson`: pixels per person of the line running down. */
export function PathwayLegend({ perPerson, source, measured }: { perPerson: number | null; source: ReactNode; measured: boolean }) {
  const t = useTranslations('home.map.legend')
  return (
    <div className="grid gap-x-8 gap-y-4 text-small text-soft lg:grid-cols-[1fr_auto]">
      <ul className="flex flex-col gap-x-8 gap-y-2 lg:flex-row lg:flex-wrap">
        <li className="flex items-center gap-2.5">
          <svg aria-hidden="true" width="38" height="20" viewBox="0 0 38 20" className="shrink-0">
            <path d="M0 10h10M28 10h10" strokeWidth="5" className="stroke-line" />
            <path d="M10 1v18M28 1v18" strokeWidth="3" className="stroke-rupture" />
          </svg>
          {t('sized')}
        </li>
        <li className="flex items-center gap-2.5">
          <svg aria-hidden="true" width="38" height="20" viewBox="0 0 38 20" className="shrink-0">
            <Hatch id="legend-hatch" />
            <path d="M0 10h11M27 10h11" strokeWidth="5" className="stroke-line" />
            <rect x="11" y="2" width="16" height="16" rx="2" fill="url(#legend-hatch)" strokeDasharray="3 2" className="stroke-rupture" />
          </svg>
          {t('notSized')}
        </li>
        <li className="flex items-center gap-2.5">
          <svg aria-hidden="true" width="38" height="20" viewBox="0 0 38 20" className="shrink-0">
            <path d="M4 18C11 1 27 1 34 18" fill="none" strokeWidth="3" strokeLinecap="round" className="stroke-bridge" />
          </svg>
          {t('bridge')}
        </li>
        {measured && (
          <li className="flex items-center gap-2.5">
            <svg aria-hidden="true" width="38" height="20" viewBox="0 0 38 20" className="shrink-0">
              <path d="M5 18C12 3 26 3 33 18" fill="none" strokeWidth="6.5" strokeLinecap="round" className="stroke-bridge" />
            </svg>
            {t('measured')}
          </li>
        )}
        <UprightScale perPerson={perPerson} />
      </ul>
      <div className="lg:text-end">{source}</div>
    </div>
  )
}

/** The scale of the line that runs down a narrow screen; the line across carries its own. */
function UprightScale({ perPerson }: { perPerson: number | null }) {
  const t = useTranslations('home.map.legend')
  const locale = useLocale()
  const people = 500_000
  if (perPerson === null) return null
  const length = Math.round(people * perPerson * 10) / 10
  return (
    <li className="flex items-center gap-2.5 lg:hidden">
      <svg aria-hidden="true" width="38" height={length + 4} viewBox={`0 0 38 ${length + 4}`} className="shrink-0">
        <path d={`M12 2h14M19 2v${length}M12 ${length + 2}h14`} fill="none" strokeWidth="1.5" className="stroke-soft" />
      </svg>
      {t('scale', { people: formatNumber(people, locale) })}
    </li>
  )
}

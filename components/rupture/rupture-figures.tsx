import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicEstimate } from '#lib/domain/public-rupture.ts'
import { Disagreement } from '#components/rupture/disagreement.tsx'
import { tellApart } from '#components/rupture/estimate-groups.ts'
import { MainFigures } from '#components/rupture/main-figures.tsx'
import { UnitFigures } from '#components/rupture/unit-figures.tsx'
import type { NotedSource } from '#components/ui/source-note.tsx'

/** All the figures of a rupture: how many and how much, those that disagree, the others by unit, and what was not found. */
export function RuptureFigures({ estimates, sources }: { estimates: readonly PublicEstimate[]; sources: readonly NotedSource[] }) {
  const t = useTranslations('rupture.figures')
  const locale = useLocale()
  const { people, costs, disagreements, groups, missing } = tellApart(estimates)
  return (
    <>
      <MainFigures people={people} costs={costs} sources={sources} />
      {disagreements.map((group) => (
        <Disagreement key={group[0]?.slug} estimates={group} sources={sources} />
      ))}
      {groups.length > 0 && <h3 className="mt-10 font-serif text-h3 font-medium">{t('indicators')}</h3>}
      {groups.map((group) => (
        <UnitFigures key={group.unit} group={group} sources={sources} />
      ))}
      {missing.length > 0 && (
        <>
          <h3 className="mt-10 font-serif text-h3 font-medium">{t('missing')}</h3>
          <ul className="mt-3 max-w-measure border-t border-rule">
            {missing.map(({ slug, name, note }) => (
              <li key={slug} id={slug} className="border-b border-rule py-3">
                <p>
                  <span className="font-semibold">{inLocale(name, locale)}</span>{' '}
                  <span className="font-note italic text-soft">{t('notQuantified')}</span>
                </p>
                {note && <p className="text-soft">{inLocale(note, locale)}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

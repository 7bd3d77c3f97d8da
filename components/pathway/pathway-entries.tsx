import { useLocale } from 'next-intl'
import type { PathwayMap } from '#lib/domain/pathway-map.ts'
import { inLocale } from '#lib/domain/localized.ts'
import type { Pathway } from '#components/pathway/map-input.ts'
import { PathwayEntry } from '#components/pathway/pathway-entry.tsx'

/** Every rupture in words, stage by stage. On a narrow screen the line runs down the left and the words hang from it. */
export function PathwayEntries({ pathway, down }: { pathway: Pathway; down: PathwayMap }) {
  const locale = useLocale()
  return (
    <div className="mt-8 grid lg:mt-12 lg:grid-cols-4 lg:gap-x-9">
      {pathway.stages.map((stage) => (
        <section key={stage.slug} aria-labelledby={`stage-${stage.slug}`} className="contents lg:block">
          <div className="grid grid-cols-[2.75rem_1fr] lg:block lg:border-b-2 lg:border-line lg:pb-2">
            <div aria-hidden="true" className="relative lg:hidden">
              <span className="absolute inset-y-0 left-3 w-[5px] bg-line" />
              <span className="absolute left-[7px] top-1/2 size-[15px] -translate-y-1/2 rounded-full border-[3.5px] border-line bg-paper" />
            </div>
            <h2 id={`stage-${stage.slug}`} className="py-4 font-serif text-h2 font-medium lg:flex lg:min-h-[3.6em] lg:items-end lg:p-0 lg:text-h3">
              {inLocale(stage.title, locale)}
            </h2>
          </div>
          <ol className="contents lg:block">
            {down.gaps
              .filter((gap) => gap.stage === stage.slug)
              .map((gap) => (
                <PathwayEntry key={gap.rupture} gap={gap} pathway={pathway} />
              ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

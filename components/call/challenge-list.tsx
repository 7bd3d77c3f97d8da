import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicCall } from '#lib/domain/public-call.ts'
import type { PublicLaureate } from '#lib/domain/public-laureate.ts'
import type { PublicRupture } from '#lib/domain/public-rupture.ts'
import { type RuptureField, sizeInPeople } from '#lib/domain/rupture.ts'
import { AimedRupture } from '#components/call/aimed-rupture.tsx'
import { RuptureAnswers } from '#components/call/rupture-answers.tsx'
import type { Sources } from '#components/source/source-mark.tsx'

type Props = { challenges: PublicCall['challenges']; ruptures: readonly PublicRupture[]; laureates: readonly PublicLaureate[]; sources: Sources }

/** The challenges of a call run here: each with the ruptures it aims at, drawn to scale, and how laureates answered those. */
export function ChallengeList({ challenges, ruptures, laureates, sources }: Props) {
  const t = useTranslations('call.run')
  const locale = useLocale()
  const known = new Map(ruptures.map((rupture) => [rupture.slug, rupture]))
  const aimedAt = challenges.flatMap(({ ruptures: aimed }) => aimed.flatMap(({ slug }) => known.get(slug) ?? []))
  // Gaps of one field are drawn at one scale, here as in the list of ruptures.
  const largestIn = (field: RuptureField | undefined) => Math.max(1, ...aimedAt.filter((it) => it.field === field).map(({ estimates }) => sizeInPeople(estimates) ?? 0))
  // An invented laureate answers nothing real.
  const real = laureates.filter(({ demonstration }) => !demonstration)
  return (
    <>
      <p className="max-w-measure">{t('challengesLead')}</p>
      <p className="mt-1 max-w-measure text-small text-soft">{t('gaps')}</p>
      <ol className="mt-6 border-t border-rule">
        {challenges.map(({ slug, title, description, ruptures: aimed }, index) => (
          <li key={slug} id={slug} className="grid gap-x-10 gap-y-4 border-b border-rule py-7 lg:grid-cols-[22rem_1fr]">
            <div>
              <p className="text-small tabular-nums text-soft" aria-hidden="true">
                {index + 1}
              </p>
              <h3 className="font-serif text-h3 font-medium">{inLocale(title, locale)}</h3>
              {description && <p className="mt-1 max-w-measure">{inLocale(description, locale)}</p>}
            </div>
            <div>
              <ul className="space-y-3">
                {aimed.map((each) => (
                  <AimedRupture key={each.slug} id={`${slug}-${each.slug}`} rupture={known.get(each.slug)} named={each} largest={largestIn(known.get(each.slug)?.field)} />
                ))}
              </ul>
              <RuptureAnswers id={`${slug}-answers`} ruptures={aimed.map((each) => each.slug)} laureates={real} sources={sources} />
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}

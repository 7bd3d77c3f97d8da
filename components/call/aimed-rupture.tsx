import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicChallenge } from '#lib/domain/public-call.ts'
import type { PublicRupture } from '#lib/domain/public-rupture.ts'
import { headCount, sizeInPeople } from '#lib/domain/rupture.ts'
import { GapMark } from '#components/pathway/gap-mark.tsx'
import { Figure } from '#components/rupture/figure.tsx'
import { Link } from '#components/ui/link.tsx'

type Props = { id: string; rupture: PublicRupture | undefined; named: PublicChallenge['ruptures'][number]; largest: number }

/** A rupture a challenge aims at: its gap, its name, its stage and how many people, or that nobody has counted. */
export function AimedRupture({ id, rupture, named: { slug, title, stage }, largest }: Props) {
  const t = useTranslations('call.run')
  const stages = useTranslations('laureate.stages')
  const locale = useLocale()
  const count = rupture ? headCount(rupture.estimates) : null
  return (
    <li className="keep grid gap-x-5 sm:grid-cols-[8rem_1fr] sm:items-center">
      <GapMark id={id} people={rupture ? sizeInPeople(rupture.estimates) : null} largest={largest} bridged={false} />
      <div>
        <Link href={`/ruptures/${slug}`} className="inline-block py-1 font-semibold">
          {inLocale(title, locale)}
        </Link>
        <p className="flex flex-wrap gap-x-3 text-small text-soft">
          <span>{stages(stage)}</span>
          {count?.quantified ? <Figure estimate={count} className="text-rupture-ink" /> : <span className="font-note italic">{t('notCounted')}</span>}
        </p>
      </div>
    </li>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicLaureate } from '#lib/domain/public-laureate.ts'
import { MendedRuptures } from '#components/laureate/mended-ruptures.tsx'
import { SourceMark, type Sources } from '#components/source/source-mark.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Link } from '#components/ui/link.tsx'

type Props = { id: string; ruptures: readonly string[]; laureates: readonly PublicLaureate[]; sources: Sources }

/** How laureates of real calls answered the ruptures a challenge aims at, each with its source. */
export function RuptureAnswers({ id, ruptures, laureates, sources }: Props) {
  const t = useTranslations('call.run')
  const locale = useLocale()
  const answering = laureates
    .map((laureate) => Object.assign({}, laureate, { ruptures: laureate.ruptures.filter(({ slug }) => ruptures.includes(slug)) }))
    .filter((laureate) => laureate.ruptures.length > 0)
  if (answering.length === 0) return <p className="mt-4 font-note italic text-soft">{t('noAnswer')}</p>
  return (
    <div className="mt-4">
      <Disclosure id={id} summary={t('answers', { count: answering.length })}>
        <p className="max-w-measure text-small text-soft">{t('answersNote')}</p>
        <ul className="mt-3 space-y-5">
          {answering.map((laureate) => (
            <li key={laureate.slug} className="keep border-s-[3px] border-bridge ps-4">
              <Link href={`/laureates/${laureate.slug}`} className="font-semibold">
                {laureate.name}
              </Link>
              <p className="max-w-measure">
                {inLocale(laureate.solution, locale)} <SourceMark id={laureate.solutionSourceId ?? laureate.sourceId} sources={sources} />
              </p>
              <div className="mt-1.5 text-small">
                <MendedRuptures laureate={laureate} />
              </div>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  )
}

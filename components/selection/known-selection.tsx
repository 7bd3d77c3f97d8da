import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicCall } from '#lib/domain/public-call.ts'
import { CallSelection } from '#components/call/call-selection.tsx'
import { SourceMark, type Sources } from '#components/source/source-mark.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'

/** What sources say of each past selection: its course, who could apply, on which criteria. */
export function KnownSelection({ calls, sources }: { calls: readonly PublicCall[]; sources: Sources }) {
  const t = useTranslations('selection.known')
  const locale = useLocale()
  return (
    <>
      <p className="max-w-measure text-soft">{t('lead')}</p>
      {calls.map((call) => (
        <div key={call.slug} className="mt-8">
          <Heading as={3}>
            <Link href={`/calls/${call.slug}`} className="no-underline hover:underline">
              {inLocale(call.title, locale)}
            </Link>
          </Heading>
          <ol aria-label={t('phases')} className="mb-5 mt-3 max-w-measure space-y-2 border-s-[3px] border-line ps-4">
            {call.phases.map(({ slug, title, note, sourceId }) => (
              <li key={slug}>
                {inLocale(title, locale)} <SourceMark id={sourceId} sources={sources} />
                {note && <span className="block text-small text-soft">{inLocale(note, locale)}</span>}
              </li>
            ))}
          </ol>
          <CallSelection call={call} sources={sources} />
        </div>
      ))}
    </>
  )
}

import { useTranslations } from 'next-intl'
import { ExternalLink } from '#components/ui/link.tsx'
import { type NotedSource, SourceLink } from '#components/ui/source-note.tsx'

type Cited = NotedSource & { url: string | null; kind: 'primary' | 'secondary' }

/** Every source cited on the page, in the order of the référentiel, and whether it is first-hand. */
export function RuptureSources({ sources }: { sources: readonly Cited[] }) {
  const t = useTranslations('rupture.sources')
  return (
    <ol className="max-w-measure list-decimal space-y-3 ps-6 marker:text-soft">
      {sources.map((source) => (
        <li key={source.id} className="ps-1">
          <SourceLink source={source} />
          <span className="text-soft">
            {' '}
            – {t(source.kind)}
            {source.url && (
              <>
                {', '}
                <ExternalLink href={source.url} aria-label={t('readNamed', { title: source.title })}>
                  {t('read')}
                </ExternalLink>
              </>
            )}
          </span>
        </li>
      ))}
    </ol>
  )
}

import { useTranslations } from 'next-intl'
import { Instant } from '#components/ui/time.tsx'

type Version = { version: number; publishedAt: Date; note: string | null }

/** What changed in a form since it was first published, in the words of whoever changed it; nothing while there is one version. */
export function FormVersions({ versions }: { versions: readonly Version[] }) {
  const t = useTranslations('call.form')
  if (versions.length < 2) return null
  return (
    <details className="mt-2 max-w-measure text-small">
      <summary className="min-h-11 cursor-pointer content-center">{t('versions', { count: versions.length })}</summary>
      <ul className="border-t border-rule">
        {versions.map(({ version, publishedAt, note }) => (
          <li key={version} className="border-b border-rule py-2">
            <p className="text-soft">{t.rich('version', { number: version, when: () => <Instant at={publishedAt} /> })}</p>
            {note && <p className="whitespace-pre-line break-words">{note}</p>}
          </li>
        ))}
      </ul>
    </details>
  )
}

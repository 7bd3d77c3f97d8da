import { useLocale, useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { isCleared, type ScanState } from '#lib/domain/file.ts'
import { formatBytes } from '#lib/i18n/format.ts'

export type ShownDocument = { id: string; name: string; size: number; scan: ScanState }

/** Files of a programme by name and size; one that is not known to be safe is a link to nobody. */
export function DocumentList({ documents }: { documents: readonly ShownDocument[] }) {
  const t = useTranslations('programme.page')
  const locale = useLocale()
  return (
    <ul className="max-w-measure">
      {documents.map(({ id, name, size, scan }) => {
        const words = `${name} (${formatBytes(size, locale)})`
        return (
          <li key={id}>
            {isCleared(scan) ? <Link href={`/api/v1/files/${id}`} download className="inline-block py-1 [overflow-wrap:anywhere]">{words}</Link> : <span className="inline-block py-1 [overflow-wrap:anywhere]">{words}</span>}{' '}
            {(scan === 'pending' || scan === 'infected') && <Tag tone={scan === 'infected' ? 'rupture' : 'uncertain'}>{t(scan)}</Tag>}
          </li>
        )
      })}
    </ul>
  )
}

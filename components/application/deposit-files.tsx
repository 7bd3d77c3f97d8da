import { useLocale, useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'
import { Tag } from '#components/ui/tag.tsx'
import type { DepositedFile } from '#lib/domain/deposit.ts'
import { formatBytes } from '#lib/i18n/format.ts'

export type ShownFile = DepositedFile & { scan?: 'none' | 'pending' | 'safe' | 'infected' }

/** Files by name and size, each a link to itself, with its digest. */
export function DepositFiles({ files, digests = false }: { files: readonly ShownFile[]; digests?: boolean }) {
  const t = useTranslations('filing.content')
  const locale = useLocale()
  if (files.length === 0) return <p className="text-soft">{t('noFiles')}</p>
  return (
    <ul className="max-w-measure space-y-1">
      {files.map(({ id, name, size, sha256, scan }) => (
        <li key={id}>
          <Link href={`/api/v1/files/${id}`} download className="inline-block py-1 [overflow-wrap:anywhere]">{t('size', { name, size: formatBytes(size, locale) })}</Link>{' '}
          {(scan === 'pending' || scan === 'infected') && <Tag tone={scan === 'infected' ? 'rupture' : 'uncertain'}>{t(`scan.${scan}`)}</Tag>}
          {digests && <code className="block text-small text-soft [overflow-wrap:anywhere]">{sha256}</code>}
        </li>
      ))}
    </ul>
  )
}

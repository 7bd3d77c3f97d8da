import { getLocale, getTranslations } from 'next-intl/server'
import { shortDigest } from '#lib/domain/file.ts'
import { formatBytes } from '#lib/i18n/format.ts'

type Listed = { id: string; name: string; size: number; sha256: string; scan?: 'none' | 'pending' | 'safe' | 'infected' }

/** The files of an application to read: name, size and SHA-256, each leading to its bytes unless nobody may open it. */
export async function FileList({ files }: { files: readonly Listed[] }) {
  const [t, locale] = await Promise.all([getTranslations('file.field'), getLocale()])
  if (files.length === 0) return <p className="text-soft">{t('none')}</p>
  return (
    <ul className="max-w-measure border-t border-rule">
      {files.map(({ id, name, size, sha256, scan }) => (
        <li key={id} className="border-b border-rule py-2">
          {scan === 'infected' ? <span className="break-words">{name}</span> : <a href={`/api/v1/files/${id}`} download className="break-words">{name}</a>}
          <p className="text-small text-soft tabular-nums">
            {formatBytes(size, locale)} · {t('digest')} <code title={sha256}>{shortDigest(sha256)}</code>
            {scan === 'pending' && <> · {t('pending')}</>}
          </p>
          {scan === 'infected' && <p className="font-semibold text-rupture-ink">{t('infected')}</p>}
        </li>
      ))}
    </ul>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { type DepositedFile, fieldOfFile } from '#lib/domain/deposit.ts'
import { fieldAnchor } from '#lib/domain/field-name.ts'
import { isCleared, type ScanState } from '#lib/domain/file.ts'
import { formatBytes } from '#lib/i18n/format.ts'

export type ShownFile = DepositedFile & { scan: ScanState }
/** Who reads: one of its authors, with what they may still change of the draft where this is not a proof of what was, or somebody else. */
export type FileReader = { id: string; editable?: 'all' | readonly string[] } | 'other'
type Props = { files: readonly ShownFile[]; reader: FileReader; digests?: boolean }

/** Files by name and size, each a link to itself where it may be opened, with its digest; where it may not, why, and what to do. */
export function DepositFiles({ files, reader, digests = false }: Props) {
  const t = useTranslations('filing.content')
  const locale = useLocale()
  if (files.length === 0) return <p className="text-soft">{t('noFiles')}</p>
  return (
    <ul className="max-w-measure space-y-1">
      {files.map(({ id, question, name, size, sha256, scan }) => {
        const isOpened = isCleared(scan) || (scan === 'pending' && reader !== 'other')
        const words = t('size', { name, size: formatBytes(size, locale) })
        return (
          <li key={id}>
            {isOpened ? <Link href={`/api/v1/files/${id}`} download className="inline-block py-1 [overflow-wrap:anywhere]">{words}</Link> : <span className="inline-block py-1 [overflow-wrap:anywhere]">{words}</span>}{' '}
            {(scan === 'pending' || scan === 'infected') && <Tag tone={scan === 'infected' ? 'rupture' : 'uncertain'}>{t(`scan.${scan}`)}</Tag>}
            {scan === 'pending' && reader === 'other' && <p className="text-small text-soft">{t('pendingOther')}</p>}
            {scan === 'infected' && <Infected question={question} reader={reader} />}
            {digests && <code className="block text-small text-soft [overflow-wrap:anywhere]">{sha256}</code>}
          </li>
        )
      })}
    </ul>
  )
}

/** Nobody opens it: authors replace it while they may, then write to the managers; others are told that authors know. */
function Infected({ question, reader }: { question: string | null; reader: FileReader }) {
  const t = useTranslations('filing.content.infected')
  if (reader === 'other') return <p className="text-small text-soft">{t('other')}</p>
  const { id, editable } = reader
  if (editable === undefined) return <p className="text-small">{t.rich('known', { to: (words) => <Link href={`/applications/${id}#files`} className="no-print">{words}</Link> })}</p>
  const isOpen = editable === 'all' || editable.includes(fieldOfFile(question))
  const field = question === null ? fieldAnchor('files') : fieldAnchor(fieldOfFile(question))
  return (
    <p className="text-small font-semibold text-rupture-ink">
      {isOpen ? t.rich('replace', { to: (words) => <Link href={`/applications/${id}/edit#${field}`} className="no-print">{words}</Link> }) : t.rich('late', { to: (words) => <Link href={`/applications/${id}/messages`}>{words}</Link> })}
    </p>
  )
}

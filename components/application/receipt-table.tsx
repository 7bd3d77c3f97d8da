import { useTranslations } from 'next-intl'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Link } from '#components/ui/link.tsx'
import { Table } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { ShortInstant } from '#components/ui/time.tsx'

export type ListedReceipt = { sequence: number; kind: 'submission' | 'correction'; submittedAt: Date; submitterName: string; sha256: string }

/** Every deposit of a file; `links` lead its authors to the receipts themselves. */
export function ReceiptTable({ id, number, receipts, stands, links }: { id: string; number: string; receipts: readonly ListedReceipt[]; stands: number | null; links: boolean }) {
  const t = useTranslations('filing.receipts')
  if (receipts.length === 0) return <EmptyState title={t('none')}><p>{t('noneHint')}</p></EmptyState>
  return (
    <Table id="receipt-table" caption={t('caption')} captionHidden>
      <thead>
        <tr>
          <th scope="col">{t('sequence')}</th>
          <th scope="col">{t('at')}</th>
          <th scope="col">{t('by')}</th>
          <th scope="col">{t('kind')}</th>
          <th scope="col">{t('sha256')}</th>
          {links && <th scope="col">{t('get')}</th>}
        </tr>
      </thead>
      <tbody>
        {receipts.map(({ sequence, kind, submittedAt, submitterName, sha256 }) => (
          <tr key={sequence}>
            <th scope="row" className="whitespace-nowrap tabular-nums">{sequence} {sequence === stands && <Tag tone="bridge">{t('last')}</Tag>}</th>
            <td><ShortInstant at={submittedAt} /></td>
            <td>{submitterName}</td>
            <td>{t(`kinds.${kind}`)}</td>
            <td><code title={sha256} className="text-small">{sha256.slice(0, 12)}…</code></td>
            {links && (
              <td>
                <span className="flex flex-wrap gap-x-4">
                  <Link href={`/applications/${id}/receipt?n=${sequence}`} aria-label={t('of', { what: t('see'), sequence })} className="py-1">{t('see')}</Link>
                  <ReceiptFile id={id} number={number} sequence={sequence} kind="pdf" label={t('of', { what: t('pdf'), sequence })}>{t('pdf')}</ReceiptFile>
                  <ReceiptFile id={id} number={number} sequence={sequence} kind="json" label={t('of', { what: t('json'), sequence })}>{t('json')}</ReceiptFile>
                </span>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function ReceiptFile({ id, number, sequence, kind, label, children }: { id: string; number: string; sequence: number; kind: 'pdf' | 'json'; label: string; children: string }) {
  return (
    <Link href={receiptAddress(id, sequence, kind)} download={`${number}-${sequence}.${kind}`} aria-label={label} className="py-1">{children}</Link>
  )
}

/** Where the receipt itself is downloaded, or the text it is the proof of. */
export function receiptAddress(id: string, sequence: number, kind: 'pdf' | 'json', locale?: string): string {
  const address = `/api/v1/applications/${id}/receipts/${sequence}`
  return kind === 'json' ? address : `${address}.pdf${locale ? `?lang=${locale}` : ''}`
}

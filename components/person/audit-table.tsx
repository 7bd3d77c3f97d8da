import { useTranslations } from 'next-intl'
import { Table } from '#components/ui/table.tsx'
import { ShortInstant } from '#components/ui/time.tsx'

type Entry = { id: number; at: Date; deed: string; subject: string | null; detail: Record<string, unknown>; actorId: string | null; actorName: string | null }

/** The journal. Deeds and subjects are identifiers, shown as they are kept. */
export function AuditTable({ entries }: { entries: readonly Entry[] }) {
  const t = useTranslations('account.admin.audit')
  return (
    <Table id="audit-table" caption={t('caption')}>
      <thead>
        <tr>
          <th scope="col">{t('number')}</th>
          <th scope="col">{t('at')}</th>
          <th scope="col">{t('actor')}</th>
          <th scope="col">{t('deed')}</th>
          <th scope="col">{t('subject')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ id, at, deed, subject, detail, actorId, actorName }) => (
          <tr key={id}>
            <th scope="row" className="tabular-nums">{id}</th>
            <td><ShortInstant at={at} /></td>
            <td>{actorName ?? (actorId ? t('gone') : t('nobody'))}</td>
            <td><code>{deed}</code></td>
            <td className="text-small">
              {subject && <code className="break-all">{subject}</code>}
              {Object.entries(detail).map(([name, value]) => <div key={name}><code className="break-all">{name}: {String(value)}</code></div>)}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

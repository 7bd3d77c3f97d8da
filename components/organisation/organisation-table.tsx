import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'
import { Table } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import type { OrganisationKind } from '#lib/domain/organisation.ts'
import { formatSiren } from '#lib/domain/siren.ts'

type Listed = { id: string; name: string; kind: OrganisationKind; siren: string | null; listed: boolean; demonstration: boolean; members: number }

/** All organisations, for administrators. */
export function OrganisationTable({ organisations }: { organisations: readonly Listed[] }) {
  const t = useTranslations('account.admin.organisations')
  const of = useTranslations('organisation')
  return (
    <Table id="organisation-table" caption={t('caption')} captionHidden>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('kind')}</th>
          <th scope="col">{t('siren')}</th>
          <th scope="col">{t('members')}</th>
        </tr>
      </thead>
      <tbody>
        {organisations.map(({ id, name, kind, siren, listed, demonstration, members }) => (
          <tr key={id}>
            <th scope="row">
              <Link href={`/organisations/${id}`}>{name}</Link>{' '}
              {listed && <Tag tone="bridge">{t('listed')}</Tag>} {demonstration && <Tag tone="uncertain">{of('demonstration')}</Tag>}
            </th>
            <td>{of(`kinds.${kind}`)}</td>
            <td className="whitespace-nowrap tabular-nums">{siren && formatSiren(siren)}</td>
            <td className="tabular-nums">{members}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

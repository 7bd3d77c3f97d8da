import { useTranslations } from 'next-intl'
import type { ShownWork } from '#components/assignment/shown-work.ts'
import { Section } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { Table } from '#components/ui/table.tsx'

/** How much each scorer carries against what they said they could. */
export function AssignmentLoads({ shown: { head, scorers } }: { shown: ShownWork }) {
  const t = useTranslations('assignment.loads')
  const kinds = useTranslations('organisation.kinds')
  return (
    <Section id="loads" title={t('title')}>
      <Table id="load-table" caption={t('caption')} captionHidden>
        <thead><tr><th scope="col">{t('scorer')}</th><th scope="col">{t('kind')}</th><th scope="col">{t('load')}</th></tr></thead>
        <tbody>
          {scorers.map(({ personId, name, partnerKind, load, cap }) => (
            <tr key={personId}>
              <td><Link href={`/manage/rounds/${head.id}/assignments?only=${personId}#board`}>{name}</Link></td>
              <td>{kinds(partnerKind)}</td>
              <td className="tabular-nums">
                <meter min={0} max={Math.max(cap, load, 1)} high={cap} value={load} aria-hidden="true" className="me-2 h-3 w-24 align-middle" />
                {t('of', { load, cap })}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  )
}

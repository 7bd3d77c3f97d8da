import { useTranslations } from 'next-intl'
import type { FollowedRound } from '#components/follow/followed-round.ts'
import { type Kept, keepsApplication } from '#components/follow/kept.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { Table } from '#components/ui/table.tsx'

/** How far each application is covered; who abstained and why. Reassigning is two presses away. */
export function FollowApplications({ board: { head, applications, wanted }, kept }: { board: FollowedRound; kept: Kept | null }) {
  const t = useTranslations('follow.coverage')
  const states = useTranslations('assignment.states')
  const rows = applications.filter((each) => keepsApplication(kept, each, wanted))
  return (
    <Section id="coverage" title={t('title')}>
      {rows.length < applications.length && <p className="mb-2"><Link href={`/manage/rounds/${head.id}#coverage`}>{t('all', { count: applications.length })}</Link></p>}
      {rows.length === 0 ? <EmptyState title={t('none')} /> : (
        <Table id="coverage-table" caption={t('caption')} captionHidden>
          <thead><tr><th scope="col">{t('application')}</th><th scope="col">{t('submitted')}</th><th scope="col">{t('work')}</th><th scope="col"><span className="sr-only">{t('adjust')}</span></th></tr></thead>
          <tbody>
            {rows.map(({ id, number, solution, given, submitted, work }) => (
              <tr key={id}>
                <td>{solution} <span className="block whitespace-nowrap text-small text-soft">{number}</span></td>
                <td className={`whitespace-nowrap tabular-nums ${submitted < wanted ? 'font-semibold text-uncertain-ink' : ''}`}>{t('of', { submitted, wanted })}{given < wanted && <span className="block text-small">{t('short', { missing: wanted - given })}</span>}</td>
                <td className="text-small">
                  {work.map((each) => (
                    <span key={each.id} className="block">{each.name ?? t('gone')} <span className="text-soft">({states(each.state)}{each.abstention ? t('because', { reason: t(`abstentions.${each.abstention}`) }) : ''})</span></span>
                  ))}
                </td>
                <td><Link href={`/manage/rounds/${head.id}/assignments?edit=${id}#one`}>{t('adjust')} <span className="sr-only">{number}</span></Link></td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  )
}

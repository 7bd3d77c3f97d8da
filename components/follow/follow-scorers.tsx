import { useTranslations } from 'next-intl'
import type { FollowedRound } from '#components/follow/followed-round.ts'
import { type Kept, keepsScorer } from '#components/follow/kept.ts'
import { MarkBars } from '#components/follow/mark-bars.tsx'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { ChosenBox } from '#components/screening/chosen-box.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { Table } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'

/** How far each scorer is and how each uses the scale; those ticked are reminded of their own remaining files. */
export function FollowScorers({ board: { head, scorers }, kept, remind }: { board: FollowedRound; kept: Kept | null; remind: ActionFormProps['action'] }) {
  const t = useTranslations('follow.people')
  const kinds = useTranslations('organisation.kinds')
  const rows = scorers.filter((each) => keepsScorer(kept, each))
  const canRemind = head.phase === 'scoring' && rows.some(({ remaining }) => remaining > 0)
  if (rows.length === 0) return <Section id="people" title={t('title')}><EmptyState title={t('none')} /></Section>
  const table = (
    <Table id="people-table" caption={t('caption')} captionHidden>
      <thead>
        <tr>
          {canRemind && <th scope="col"><span className="sr-only">{t('choose')}</span></th>}
          <th scope="col">{t('scorer')}</th><th scope="col">{t('progress')}</th><th scope="col">{t('state')}</th><th scope="col">{t('marks')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ personId, name, partnerKind, declaredAt, given, submitted, started, remaining, abstained, late, marks }) => (
          <tr key={personId}>
            {canRemind && <td>{remaining > 0 && <ChosenBox value={personId} label={t('chooseNamed', { name })} />}</td>}
            <td><Link href={`/manage/rounds/${head.id}/assignments?only=${personId}#board`}>{name}</Link> <span className="block text-small text-soft">{kinds(partnerKind)}</span></td>
            <td className="whitespace-nowrap tabular-nums">{t('of', { submitted, given })}{started > 0 && <span className="block text-small text-soft">{t('started', { count: started })}</span>}</td>
            <td className="space-x-1">{declaredAt === null && <Tag tone="uncertain">{t('undeclared')}</Tag>} {late && <Tag tone="rupture">{t('late')}</Tag>} {abstained > 0 && <span className="text-small text-soft">{t('abstained', { count: abstained })}</span>}</td>
            <td>{marks === null ? <span className="text-soft">{t('noMarks')}</span> : <MarkBars marks={marks} label={marks.map((count, index) => t('mark', { mark: index + 1, count })).join(' ; ')} />}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
  return (
    <Section id="people" title={t('title')}>
      <p className="mb-3 flex flex-wrap gap-x-5 text-soft">
        <span className="max-w-measure">{t('lead')}</span>
        {rows.length < scorers.length && <Link href={`/manage/rounds/${head.id}#people`}>{t('all', { count: scorers.length })}</Link>}
      </p>
      {canRemind ? (
        <Form id="remind-form" action={remind} submit={t('remind')} tone="secondary">
          <HiddenField name="roundId" value={head.id} />
          {table}
          <p className="max-w-measure text-small text-soft">{t('remindLead')}</p>
        </Form>
      ) : table}
    </Section>
  )
}

import { useTranslations } from 'next-intl'
import { AssignmentDrag } from '#components/assignment/assignment-drag.tsx'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { Table } from '#components/ui/table.tsx'
import type { ShownWork } from '#components/assignment/shown-work.ts'

type Props = { shown: ShownWork; only: string; mayGive: boolean; move: ActionFormProps['action'] }

/** Why a name does not stay where it was dropped. */
const refusedMoves = ['assignment_conflicted', 'assignment_of_another_round_conflicted', 'assignment_once', 'assignment_submitted_closed', 'assignment_move'] as const

/** Who scores each application, the short ones told; a scorer's name is dragged to another row, or changed on the application's own form. */
export function AssignmentBoard({ shown: { head, applications, scorers, wanted }, only, mayGive, move }: Props) {
  const t = useTranslations('assignment')
  const [reasons, refusals] = [useTranslations('form.reasons'), useTranslations('form.refusals')]
  const names = new Map(scorers.map(({ personId, name }) => [personId, name]))
  const counted = ({ work }: (typeof applications)[number]) => work.filter(({ state }) => state !== 'conflicted' && state !== 'abstained').length
  const short = applications.filter((each) => counted(each) < wanted)
  const rows = only === 'short' ? short : names.has(only) ? applications.filter(({ work }) => work.some(({ personId }) => personId === only)) : applications
  const path = `/manage/rounds/${head.id}/assignments`
  return (
    <Section id="board" title={t('board.title')}>
      <p className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-soft">
        <span>{t('board.lead', { wanted, count: applications.length })}</span>
        {only === '' ? short.length > 0 && <Link href={`${path}?only=short#board`}>{t('board.short', { count: short.length })}</Link> : <Link href={`${path}#board`}>{t('board.all')}</Link>}
      </p>
      {rows.length === 0 ? <EmptyState title={t('board.none')} /> : (
        <AssignmentDrag move={move} enabled={mayGive} words={{ moved: t('board.moving'), refused: refusals('conflict'), reasons: Object.fromEntries(refusedMoves.map((reason) => [reason, reasons(reason)])) }}>
          <Table id="assignments" caption={t('board.caption')} captionHidden>
            <thead><tr><th scope="col">{t('board.number')}</th><th scope="col">{t('board.solution')}</th><th scope="col">{t('board.covered')}</th><th scope="col">{t('board.scorers')}</th></tr></thead>
            <tbody>
              {rows.map((each) => (
                <tr key={each.id} data-application={each.id}>
                  <td className="whitespace-nowrap tabular-nums">{each.number}</td>
                  <td>{mayGive ? <Link href={`${path}?edit=${each.id}#one`}>{each.solution}</Link> : each.solution} <span className="block text-small text-soft">{each.organisation}</span></td>
                  <td className={`whitespace-nowrap tabular-nums ${counted(each) < wanted ? 'font-semibold text-uncertain-ink' : ''}`}>{t('board.of', { count: counted(each), wanted })}</td>
                  <td>
                    <ul className="flex min-w-56 flex-wrap gap-1.5">
                      {each.work.map(({ id, personId, state }) => (
                        <li key={id} data-assignment={state === 'given' ? id : undefined} draggable={mayGive && state === 'given' ? true : undefined} className={`chip ${state === 'given' ? 'chip-loose' : ''}`}>
                          {names.get(personId) ?? t('board.gone')}
                          {state !== 'given' && <span className="text-soft"> ({t(`states.${state}`)})</span>}
                        </li>
                      ))}
                    </ul>
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </AssignmentDrag>
      )}
    </Section>
  )
}

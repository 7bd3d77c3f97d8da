import { useLocale, useTranslations } from 'next-intl'
import type { ShownItem, ShownMeeting } from '#components/deliberation/shown-meeting.ts'
import { Table } from '#components/ui/table.tsx'
import type { ScoreKind } from '#lib/domain/deliberation.ts'
import { formatNumber } from '#lib/i18n/format.ts'

/** Everybody's scores, once they are revealed: before the discussion and after it, side by side. */
export function ScoreTable({ item, jurors }: { item: ShownItem; jurors: ShownMeeting['jurors'] }) {
  const t = useTranslations('deliberation.table')
  const locale = useLocale()
  const isRevealed = item.step !== 'waiting' && item.step !== 'private'
  if (!isRevealed) return null
  const of = (personId: string, kind: ScoreKind) => item.scores.find((each) => each.personId === personId && each.kind === kind)?.score
  const shown = (score: number | undefined) => (score === undefined ? <span className="text-soft">{t('none')}</span> : formatNumber(score, locale))
  const mean = (kind: ScoreKind) => {
    const given = item.scores.filter((each) => each.kind === kind).map(({ score }) => score)
    return given.length === 0 ? undefined : given.reduce((sum, each) => sum + each, 0) / given.length
  }
  const rows = jurors.filter(({ personId, mustLeave }) => !mustLeave && item.scores.some((each) => each.personId === personId))
  const isSettled = item.step === 'settled'
  return (
    <Table id="scores" caption={t('title')}>
      <thead><tr><th scope="col">{t('juror')}</th><th scope="col">{t('private')}</th>{isSettled && <th scope="col">{t('final')}</th>}</tr></thead>
      <tbody>
        {rows.map(({ personId, name }) => (
          <tr key={personId}>
            <td>{name}</td>
            <td className="tabular-nums">{shown(of(personId, 'private'))}</td>
            {isSettled && <td className="tabular-nums">{shown(of(personId, 'final'))}</td>}
          </tr>
        ))}
        <tr className="font-semibold">
          <td>{t('mean')}</td>
          <td className="tabular-nums">{shown(mean('private'))}</td>
          {isSettled && <td className="tabular-nums">{shown(mean('final'))}</td>}
        </tr>
      </tbody>
    </Table>
  )
}

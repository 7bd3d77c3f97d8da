import { useLocale, useTranslations } from 'next-intl'
import { phaseTones } from '#components/round/round-page.tsx'
import { Link } from '#components/ui/link.tsx'
import { Table } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { ShortInstant } from '#components/ui/time.tsx'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import type { RoundKind, RoundPhase } from '#lib/domain/round.ts'

type Listed = {
  id: string; kind: RoundKind; name: Localized; phase: RoundPhase; dueAt: Date | null
  applications: number; scorers: number; declared: number; toSettle: number; given: number; submitted: number
}

/** The rounds of a call in their order; each number leads to what it counts. */
export function RoundTable({ rounds }: { rounds: readonly Listed[] }) {
  const t = useTranslations('round')
  const locale = useLocale()
  return (
    <Table id="rounds" caption={t('list.caption')} captionHidden>
      <thead>
        <tr>
          <th scope="col">{t('list.round')}</th>
          <th scope="col">{t('list.state')}</th>
          <th scope="col" className="number">{t('list.applications')}</th>
          <th scope="col" className="number">{t('list.scorers')}</th>
          <th scope="col" className="number">{t('list.declared')}</th>
          <th scope="col" className="number">{t('list.toSettle')}</th>
          <th scope="col" className="number">{t('list.submitted')}</th>
          <th scope="col">{t('list.due')}</th>
        </tr>
      </thead>
      <tbody>
        {rounds.map(({ id, kind, name, phase, dueAt, applications, scorers, declared, toSettle, given, submitted }) => {
          const room = `/manage/rounds/${id}`
          return (
            <tr key={id}>
              <th scope="row">
                <Link href={phase === 'scoring' || phase === 'closed' ? room : `${room}/settings`}>{inLocale(name, locale)}</Link> <span className="text-small font-normal text-soft">{t(`kinds.${kind}`)}</span>
              </th>
              <td><Tag tone={phaseTones[phase]}>{t(`phases.${phase}`)}</Tag></td>
              <td className="number"><Link href={`${room}/applications`}>{applications}</Link></td>
              <td className="number"><Link href={`${room}/scorers`}>{scorers}</Link></td>
              <td className="number"><Link href={`${room}/scorers`}>{t('list.outOf', { done: declared, all: scorers })}</Link></td>
              <td className="number"><Link href={`${room}/conflicts#to-settle`}>{toSettle}</Link></td>
              <td className="number"><Link href={room}>{t('list.outOf', { done: submitted, all: given })}</Link></td>
              <td>{dueAt ? <ShortInstant at={dueAt} /> : t('list.noDate')}</td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}

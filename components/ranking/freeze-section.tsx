import { useTranslations } from 'next-intl'
import type { RankedRound } from '#components/ranking/ranked-round.ts'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { ChoiceField, HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Heading, Section } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Table } from '#components/ui/table.tsx'
import { ShortInstant } from '#components/ui/time.tsx'
import type { Replay } from '#lib/domain/frozen-ranking.ts'
import { type RankingUse, rankingUses } from '#lib/domain/round.ts'

type Frozen = { id: string; usedFor: RankingUse; sha256: string; complete: boolean; madeAt: Date }
type Props = { ranked: RankedRound; frozen: readonly Frozen[]; replayed: { id: string; outcome: Replay['outcome']; intact: boolean } | null; freeze: ActionFormProps['action'] }

/** Keeps a ranking as it was read, and lists those that were kept: each can be computed again and taken away. */
export function FreezeSection({ ranked: { head, factsSha256, incomplete }, frozen, replayed, freeze }: Props) {
  const t = useTranslations('ranking.freeze')
  const room = `/manage/rounds/${head.id}/ranking`
  return (
    <Section id="freeze" title={t('title')}>
      <p className="mb-4 max-w-measure">{t('lead')}</p>
      <Form id="freeze-form" action={freeze} submit={t('do')} className="max-w-md space-y-4">
        <HiddenField name="roundId" value={head.id} />
        <HiddenField name="facts" value={factsSha256} />
        <ChoiceField name="usedFor" label={t('usedFor')} defaultValue="shortlist" options={rankingUses.map((value) => ({ value, label: t(`uses.${value}`) }))} />
        {incomplete.length > 0 && <p className="text-uncertain-ink">{t('incomplete')}</p>}
      </Form>
      <Heading as={3} id="frozen" className="mt-8 mb-3">{t('list')}</Heading>
      {replayed && <Notice tone={replayed.outcome === 'same' && replayed.intact ? 'done' : 'stop'} role="status" title={t(`outcomes.${replayed.outcome}`)}>{!replayed.intact && <p>{t('broken')}</p>}</Notice>}
      {frozen.length === 0 ? <p className="text-soft">{t('none')}</p> : (
        <Table id="frozen-table" caption={t('list')} captionHidden>
          <thead><tr>{(['at', 'use', 'state', 'digest', 'actions'] as const).map((column) => <th key={column} scope="col">{t(column)}</th>)}</tr></thead>
          <tbody>
            {frozen.map(({ id, usedFor, sha256, complete, madeAt }) => (
              <tr key={id} className={replayed?.id === id ? 'bg-wash' : ''}>
                <td><ShortInstant at={madeAt} /></td>
                <td>{t(`uses.${usedFor}`)}</td>
                <td>{t(complete ? 'complete' : 'partial')}</td>
                <td className="font-mono text-small break-all">{sha256}</td>
                <td className="whitespace-nowrap"><Link href={`${room}?replay=${id}#frozen`} className="inline-flex min-h-11 items-center">{t('replay')}</Link> · <a href={`/api/v1/rounds/${head.id}/rankings/${id}`} download className="inline-flex min-h-11 items-center">{t('download')}</a></td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  )
}

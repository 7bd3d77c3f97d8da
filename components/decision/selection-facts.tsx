import { useLocale, useTranslations } from 'next-intl'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Table } from '#components/ui/table.tsx'
import { Day, Instant } from '#components/ui/time.tsx'
import type { ConflictReason } from '#lib/domain/conflict.ts'
import type { OutcomeCounts } from '#lib/domain/decision.ts'
import { formatNumber } from '#lib/i18n/format.ts'

type Props = { shown: { releasedAt: string; closesAt: string; answerOn: string | null; files: number; ineligible: number; outcomes: OutcomeCounts; recusals: readonly { reason: ConflictReason; count: number }[] } }

const day = 86_400_000

/** What became of the files, how long it took against what was promised, and who stood aside. */
export function SelectionFacts({ shown: { releasedAt, closesAt, answerOn, files, ineligible, outcomes, recusals } }: Props) {
  const t = useTranslations('decision.public')
  const locale = useLocale()
  const number = (value: number) => formatNumber(value, locale)
  const days = Math.round((new Date(releasedAt).getTime() - new Date(closesAt).getTime()) / day)
  return (
    <>
      <Section id="files" title={t('files')}>
        <DefinitionList
          items={[
            { name: t('received'), value: number(files) },
            { name: t('ineligible'), value: number(ineligible) },
            { name: t('outcomes.laureate'), value: number(outcomes.laureate) },
            { name: t('outcomes.reserve'), value: number(outcomes.reserve) },
            { name: t('outcomes.not-selected'), value: number(outcomes['not-selected']) },
            { name: t('released'), value: <Instant at={new Date(releasedAt)} /> },
            ...(answerOn ? [{ name: t('promised'), value: <Day date={answerOn} /> }] : []),
            { name: t('delay'), value: t('days', { days }) },
          ]}
        />
      </Section>
      <Section id="recusals" title={t('recusals')}>
        <p className="mb-3 max-w-measure text-soft">{t('recusalsLead')}</p>
        {recusals.length === 0 ? <p>{t('noRecusals')}</p> : (
          <Table id="recusal-table" caption={t('recusalsCaption')} captionHidden>
            <thead><tr><th scope="col">{t('reason')}</th><th scope="col">{t('count')}</th></tr></thead>
            <tbody>{recusals.map(({ reason, count }) => <tr key={reason}><td>{t(`reasons.${reason}`)}</td><td className="tabular-nums">{number(count)}</td></tr>)}</tbody>
          </Table>
        )}
      </Section>
    </>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { Instant } from '#components/ui/time.tsx'
import type { Deposit } from '#lib/domain/deposit.ts'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import { formatSiren } from '#lib/domain/siren.ts'
import { formatParisDay, formatParisSecond } from '#lib/i18n/format.ts'

type Props = { number: string; sequence: number; kind: Deposit['kind']; submittedAt: Date; submitterName: string; sha256: string; replaces: Date | null; deposit: Deposit; call: { title: Localized } }

/** What a receipt proves, line by line, to the second and to the character. */
export function ReceiptFacts({ number, sequence, kind, submittedAt, submitterName, sha256, replaces, deposit, call }: Props) {
  const t = useTranslations('filing.receipt')
  const kinds = useTranslations('filing.receipts.kinds')
  const locale = useLocale()
  const { name, siren, beingCreated } = deposit.organisation
  return (
    <DefinitionList
      items={[
        { name: t('number'), value: <strong className="tabular-nums">{number}</strong> },
        { name: t('at'), value: <time dateTime={submittedAt.toISOString()}>{t('atText', { day: formatParisDay(submittedAt, locale), time: formatParisSecond(submittedAt, locale) })}</time> },
        { name: t('exact'), value: <code className="text-small">{submittedAt.toISOString()}</code> },
        { name: t('by'), value: submitterName },
        { name: t('organisation'), value: siren === null ? (beingCreated ? <>{name}<br />{t('beingCreated')}</> : name) : <>{name}<br /><span className="tabular-nums">{t('siren', { siren: formatSiren(siren) })}</span></> },
        { name: t('call'), value: inLocale(call.title, locale) },
        { name: t('solution'), value: String(deposit.fields.solution ?? '') },
        { name: t('kind'), value: kinds(kind) },
        { name: t('sequence'), value: replaces === null ? t('first', { sequence }) : t.rich('replaces', { sequence, at: () => <Instant at={replaces} /> }) },
        { name: t('form'), value: t('formVersion', { version: deposit.formVersion }) },
        { name: t('sha256'), value: <code className="block max-w-[32ch] break-all text-small">{sha256}</code> },
      ]}
    />
  )
}

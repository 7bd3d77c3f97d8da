import { useLocale, useTranslations } from 'next-intl'
import { type NamedQuestion, useFieldName } from '#components/application/field-name.ts'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { Day, Instant } from '#components/ui/time.tsx'
import { isPast } from '#lib/domain/calendar.ts'
import { formatList } from '#lib/i18n/format.ts'

type Props = {
  now: Date
  call: { closesAt: Date; answerOn: string | null; staysOpen: readonly string[]; staysOpenUntil: Date | null }
  permitUntil: Date | null
  organisation: { id: string; name: string }
  questions: readonly NamedQuestion[]
}

/** The dates that count, and who is who. */
export function FilingFacts({ now, call, permitUntil, organisation, questions }: Props) {
  const t = useTranslations('filing.file')
  const locale = useLocale()
  const nameOf = useFieldName(questions)
  const { closesAt, answerOn, staysOpen, staysOpenUntil } = call
  return (
    <Section id="dates" title={t('dates')}>
      <DefinitionList
        items={[
          { name: t('closes'), value: <Instant at={closesAt} now={now} /> },
          ...(permitUntil && !isPast(permitUntil, now) ? [{ name: t('permit'), value: t.rich('permitText', { until: () => <Instant at={permitUntil} now={now} /> }) }] : []),
          ...(staysOpenUntil && staysOpen.length > 0 ? [{ name: t('stays'), value: t.rich('staysText', { fields: formatList(staysOpen.map(nameOf), locale), until: () => <Instant at={staysOpenUntil} /> }) }] : []),
          { name: t('answer'), value: answerOn === null ? t('answerUnknown') : t.rich('answerText', { day: () => <Day date={answerOn} /> }) },
          { name: t('team'), value: t.rich('teamText', { organisation: () => <Link href={`/organisations/${organisation.id}`}>{organisation.name}</Link> }) },
        ]}
      />
    </Section>
  )
}

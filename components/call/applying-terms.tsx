import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicCall } from '#lib/domain/public-call.ts'
import { formatList } from '#lib/i18n/format.ts'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { Link } from '#components/ui/link.tsx'
import { Day, Instant } from '#components/ui/time.tsx'

/** Who may apply, on what conditions, when the answer comes, what freezes when, and the rule of the deadline. */
export function ApplyingTerms({ call, conditions }: { call: PublicCall; conditions: number }) {
  const t = useTranslations('call.run')
  const kinds = useTranslations('organisation.kinds')
  const locale = useLocale()
  const { slug, whoMayApply, applicantKinds, answerOn, staysOpen } = call
  return (
    <DefinitionList
      items={[
        ...(whoMayApply === null ? [] : [{ name: t('who'), value: <span className="whitespace-pre-line">{inLocale(whoMayApply, locale)}</span> }]),
        { name: t('kinds'), value: applicantKinds.length === 0 ? t('anyKind') : formatList(applicantKinds.map((kind) => kinds(kind)), locale) },
        { name: t('conditions'), value: t.rich('conditionsText', { count: conditions, link: (words) => <Link href={`/calls/${slug}/eligibility`}>{words}</Link> }) },
        ...(answerOn === null ? [] : [{ name: t('answer'), value: t.rich('answerText', { day: () => <Day date={answerOn} /> }) }]),
        { name: t('freezes'), value: t(staysOpen.length === 0 ? 'freezesAll' : 'freezesBut') },
        { name: t('staysOpen'), value: <StaysOpen call={call} /> },
        { name: t('rule'), value: t('ruleText') },
      ]}
    />
  )
}

function StaysOpen({ call: { staysOpen, staysOpenUntil } }: { call: PublicCall }) {
  const t = useTranslations('call.run')
  const fields = useTranslations('application.fields')
  const locale = useLocale()
  if (staysOpen.length === 0 || staysOpenUntil === null) return t('staysOpenNothing')
  return t.rich('staysOpenText', { fields: formatList(staysOpen.map((field) => fields(`${field}.label`)), locale), when: () => <Instant at={new Date(staysOpenUntil)} /> })
}

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ClaimSentence } from '#components/claim/claim-sentence.tsx'
import { ExternalLink } from '#components/ui/link.tsx'
import { Day } from '#components/ui/time.tsx'
import { claimFields, type CoreField, type Maturity, type RegulatoryState } from '#lib/domain/application.ts'
import { claim as wholeClaim } from '#lib/domain/claim.ts'
import type { DepositedAnswer, DepositedChallenge, DepositedClaim } from '#lib/domain/deposit.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { webLink } from '#lib/domain/question.ts'
import { formatFigure } from '#lib/i18n/format.ts'

function None() {
  return <span className="text-soft">{useTranslations('filing.content')('none')}</span>
}

/** Text as it was written, its paragraphs kept. */
function Prose({ children }: { children: string }) {
  return <span className="block max-w-measure whitespace-pre-line [overflow-wrap:anywhere]">{children}</span>
}

/** The value of a core field, in words. */
export function FieldValue({ field, value }: { field: CoreField; value: unknown }) {
  const t = useTranslations('application')
  const own = useTranslations('filing.content')
  const locale = useLocale()
  if (value === null || value === undefined) return <None />
  if (field === 'challengeId') return <>{inLocale((value as DepositedChallenge).title, locale)}</>
  if ((claimFields as readonly CoreField[]).includes(field)) return <ClaimValue value={value as DepositedClaim} />
  if (field === 'maturity') return <>{t(`maturities.${value as Maturity}`)}</>
  if (field === 'regulatoryState') return <>{t(`regulatoryStates.${value as RegulatoryState}`)}</>
  if (field === 'budget') return <span className="tabular-nums">{formatFigure(Number(value), '€', locale)}</span>
  if (field === 'consent') return <>{value === true ? own('consent') : <None />}</>
  return <Prose>{String(value)}</Prose>
}

function ClaimValue({ value }: { value: DepositedClaim }) {
  const whole = wholeClaim.safeParse(value)
  if (whole.success && value.rupture) return <ClaimSentence claim={whole.data} rupture={value.rupture} />
  return <UnfinishedClaim value={value} />
}

/** What there is of a sentence that is not whole yet. */
function UnfinishedClaim({ value }: { value: DepositedClaim }) {
  const t = useTranslations('application.claim')
  const own = useTranslations('filing.content')
  const locale = useLocale()
  const written = (['mechanism', 'population', 'indicator', 'unit', 'baseline', 'target'] as const).flatMap((part) => (value[part] === undefined || value[part] === null || value[part] === '' ? [] : [{ name: t(part), said: String(value[part]) }]))
  return (
    <>
      <p className="text-soft">{own('claimUnfinished')}</p>
      <ul className="list-disc ps-5">
        {value.rupture && <li>{t('rupture')}, {inLocale(value.rupture.title, locale)}</li>}
        {written.map(({ name, said }) => <li key={name}>{name}, {said}</li>)}
      </ul>
    </>
  )
}

/** The answer to one of the call's own questions. */
export function AnswerValue({ answered }: { answered: DepositedAnswer }): ReactNode {
  const own = useTranslations('filing.content')
  const locale = useLocale()
  const { kind, answer, chosen, unit } = answered
  if (answer === null || answer === undefined) return <None />
  if (kind === 'choice' || kind === 'choices') return chosen.length > 1 ? <ul className="list-disc ps-5">{chosen.map(({ id, label }) => <li key={id}>{inLocale(label, locale)}</li>)}</ul> : <>{chosen[0] ? inLocale(chosen[0].label, locale) : <None />}</>
  if (kind === 'number') return <span className="tabular-nums">{formatFigure(Number(answer), unit && inLocale(unit, locale), locale)}</span>
  if (kind === 'date') return <Day date={String(answer)} />
  if (kind === 'yes-no') return <>{answer === true ? own('yes') : own('no')}</>
  if (kind === 'link' && webLink.safeParse(answer).success) return <ExternalLink href={String(answer)} className="[overflow-wrap:anywhere]">{String(answer)}</ExternalLink>
  return <Prose>{String(answer)}</Prose>
}

import { useLocale, useTranslations } from 'next-intl'
import { answerKey, type EligibilityAnswer, type EligibilityResult, type EligibilityRule } from '#lib/domain/eligibility.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { Link } from '#components/ui/link.tsx'
import { Notice, type NoticeTone } from '#components/ui/notice.tsx'

type Asked = { rules: readonly EligibilityRule[]; answers: readonly (EligibilityAnswer | null)[]; result: EligibilityResult }

const tones: Record<EligibilityResult['state'], NoticeTone> = { unanswered: 'plain', incomplete: 'uncertain', eligible: 'done', 'not-eligible': 'stop' }

/** What the answers come to, in words: each that keeps one from applying with its reason, and each still to give. */
export function EligibilityOutcome({ rules, answers, result: { state, failed, left } }: Asked) {
  const t = useTranslations('call.eligibility')
  const locale = useLocale()
  if (state === 'unanswered') return null
  const counts = { 'not-eligible': failed.length, incomplete: left.length }
  const title = state === 'eligible' ? t('eligible') : t(state === 'incomplete' ? 'incomplete' : 'notEligible', { count: counts[state] })
  return (
    <section id="result" tabIndex={-1} aria-label={t('result')} className="mb-10 scroll-mt-6">
      <Notice tone={tones[state]} title={title} role="status">
        <p>{t(state === 'eligible' ? 'eligibleText' : state === 'incomplete' ? 'incompleteText' : 'notEligibleText')}</p>
        {failed.length > 0 && (
          <ul className="space-y-3">
            {failed.map((index) => (
              <li key={index}>
                <Link href={`#${answerKey(index)}`} className="font-semibold">
                  {inLocale(rules[index]?.statement ?? { fr: '' }, locale)}
                </Link>
                <span className="block">{t('said', { answer: answers[index] ?? 'no' })}</span>
                <span className="block">{t('why', { reason: inLocale(rules[index]?.reason ?? { fr: '' }, locale) })}</span>
              </li>
            ))}
          </ul>
        )}
        {failed.length > 0 && left.length > 0 && <p>{t('stillLeft', { count: left.length })}</p>}
        {left.length > 0 && (
          <ul className="list-disc ps-5">
            {left.map((index) => (
              <li key={index}>
                <Link href={`#${answerKey(index)}`}>{inLocale(rules[index]?.statement ?? { fr: '' }, locale)}</Link>
              </li>
            ))}
          </ul>
        )}
      </Notice>
    </section>
  )
}

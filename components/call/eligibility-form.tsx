import { useLocale, useTranslations } from 'next-intl'
import { answerKey, type EligibilityAnswer, type EligibilityRule } from '#lib/domain/eligibility.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { localisedHref } from '#lib/i18n/address.ts'
import { Button } from '#components/ui/button.tsx'
import { Link } from '#components/ui/link.tsx'

type Props = { slug: string; rules: readonly EligibilityRule[]; answers: readonly (EligibilityAnswer | null)[]; settled: boolean }

/** A yes or a no to each statement. The answers go into the address, so that the result can be kept or sent on. `settled`: what comes next is elsewhere. */
export function EligibilityForm({ slug, rules, answers, settled }: Props) {
  const t = useTranslations('call.eligibility')
  const locale = useLocale()
  const path = `/calls/${slug}/eligibility`
  return (
    <form action={`${localisedHref(path, locale)}#result`} method="get" className="no-print">
      <ol className="border-t border-rule">
        {rules.map(({ id, statement, reason }, index) => {
          const key = answerKey(index)
          return (
            <li key={id} className="border-b border-rule">
              <fieldset id={key} aria-describedby={`${key}-reason`} className="grid gap-x-10 gap-y-3 py-5 md:grid-cols-[1fr_14rem] md:items-center">
                <legend className="contents">
                  <span className="max-w-measure font-semibold md:col-start-1 md:row-start-1">{inLocale(statement, locale)}</span>
                </legend>
                <p id={`${key}-reason`} className="max-w-measure text-small text-soft md:col-start-1 md:row-start-2 md:-mt-2">
                  {t('asked', { reason: inLocale(reason, locale) })}
                </p>
                <div className="flex min-w-0 gap-3 md:col-start-2 md:row-span-2 md:row-start-1">
                  {(['yes', 'no'] as const).map((answer) => (
                    <label key={answer} className="flex min-h-11 flex-1 cursor-pointer items-center gap-2.5 rounded-md border border-edge px-4 hover:border-ink has-checked:border-line has-checked:bg-wash has-checked:font-semibold">
                      <input type="radio" name={key} value={answer} defaultChecked={answers[index] === answer} className="size-5" />
                      {t(answer)}
                    </label>
                  ))}
                </div>
              </fieldset>
            </li>
          )
        })}
      </ol>
      <p className="mt-6 flex flex-wrap items-center gap-4">
        <Button type="submit" tone={settled ? 'secondary' : 'primary'}>
          {t('check')}
        </Button>
        {answers.some((answer) => answer !== null) && (
          <Link href={path} className="inline-flex min-h-11 items-center">
            {t('again')}
          </Link>
        )}
      </p>
    </form>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import type { Rule } from '#lib/domain/rule.ts'
import { SourceMark, type Sources } from '#components/source/source-mark.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Tag } from '#components/ui/tag.tsx'

/** Rules of the référentiel: what the texts say with their sources, then what the portal does, marked as our choice. */
export function RuleList({ rules, sources }: { rules: readonly Rule[]; sources: Sources }) {
  const t = useTranslations('selection')
  const locale = useLocale()
  return (
    <ul className="border-t border-rule">
      {rules.map((rule) => (
        <li key={rule.slug} id={rule.slug} className="keep border-b border-rule py-6">
          <Heading as={3}>{inLocale(rule.title, locale)}</Heading>
          <div className="mt-3 grid gap-x-10 gap-y-4 md:grid-cols-2">
            <div>
              <p className="text-small font-semibold text-soft">{t('rules.fact')}</p>
              <p className="mt-1">{inLocale(rule.fact, locale)}</p>
              <ul className="mt-1.5 flex flex-wrap gap-x-4 gap-y-0.5">
                {rule.sourceIds.map((id) => (
                  <li key={id}>
                    <SourceMark id={id} sources={sources} />
                  </li>
                ))}
              </ul>
            </div>
            <div>
              <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-small font-semibold text-soft">
                {t('rules.rule')} {rule.productRuleIsProposal && <Tag tone="uncertain">{t('proposal')}</Tag>}
              </p>
              <p className="mt-1">{inLocale(rule.productRule, locale)}</p>
            </div>
          </div>
          {rule.limit && (
            <p className="mt-3 max-w-measure text-small text-soft">
              <span className="font-semibold">{t('rules.limit')}</span> – {inLocale(rule.limit, locale)}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

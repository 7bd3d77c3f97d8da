import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicCall } from '#lib/domain/public-call.ts'
import { formatList } from '#lib/i18n/format.ts'
import { SourceMark, type Sources } from '#components/source/source-mark.tsx'

/** The questions a call put to applicants, numbered, and the themes that cut across them. */
export function CallChallenges({ call, sources }: { call: PublicCall; sources: Sources }) {
  const t = useTranslations('call.challenges')
  const locale = useLocale()
  return (
    <>
      <ol className="grid gap-x-10 gap-y-6 md:grid-cols-2 lg:grid-cols-3">
        {call.challenges.map(({ slug, title, description, sourceId }, index) => (
          <li key={slug} id={slug} className="keep border-t-2 border-line pt-3">
            <p className="text-small tabular-nums text-soft" aria-hidden="true">
              {index + 1}
            </p>
            <h3 className="font-serif text-h3 font-medium">{inLocale(title, locale)}</h3>
            {description && <p className="mt-1">{inLocale(description, locale)}</p>}
            <p className="mt-1">
              <SourceMark id={sourceId} sources={sources} />
            </p>
          </li>
        ))}
      </ol>
      {call.themes.length > 0 && (
        <p className="mt-6 max-w-measure">
          {t('themes', { themes: formatList(call.themes.map((theme) => inLocale(theme, locale)), locale) })} <SourceMark id={call.themesSourceId} sources={sources} />
        </p>
      )}
    </>
  )
}

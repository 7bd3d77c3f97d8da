import { useLocale, useTranslations } from 'next-intl'
import { parisDate } from '#lib/domain/calendar.ts'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicRuptureDetail } from '#lib/domain/public-rupture.ts'
import { Day } from '#components/ui/time.tsx'

/** What was known when. A correction is a new version, so that what was cited yesterday can still be checked. */
export function RuptureVersions({ versions }: { versions: PublicRuptureDetail['versions'] }) {
  const t = useTranslations('rupture.versions')
  const locale = useLocale()
  return (
    <ol className="max-w-measure border-t border-rule">
      {versions.map(({ version, publishedAt, contentHash, changeNote }, index) => (
        <li key={version} className="border-b border-rule py-3">
          <p>
            <span className="font-semibold">{t('version', { version })}</span>, <Day date={parisDate(new Date(publishedAt))} />
            {index === 0 && <span className="text-soft"> ({t('current')})</span>}
          </p>
          <p className="text-soft">{changeNote ? inLocale(changeNote, locale) : version === 1 ? t('first') : t('noNote')}</p>
          <p className="text-small text-soft">
            {t('print')} <code>{contentHash.slice(0, 12)}</code>
          </p>
        </li>
      ))}
    </ol>
  )
}

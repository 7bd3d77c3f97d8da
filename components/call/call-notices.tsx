import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicCall } from '#lib/domain/public-call.ts'
import { Notice } from '#components/ui/notice.tsx'

/** What must be read first: the call is invented, or is run elsewhere. */
export function CallNotices({ call: { demonstration, external, externalNote } }: { call: PublicCall }) {
  const t = useTranslations('call')
  const locale = useLocale()
  if (!demonstration && !external) return null
  return (
    <div className="mb-8 space-y-4">
      {demonstration && (
        <Notice tone="uncertain" title={t('demonstration')}>
          <p>{t('demonstrationText')}</p>
        </Notice>
      )}
      {external && (
        <Notice title={t('external')}>
          <p>{externalNote === null ? t('elsewhereLead') : inLocale(externalNote, locale)}</p>
        </Notice>
      )}
    </div>
  )
}

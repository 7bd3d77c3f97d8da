import { useTranslations } from 'next-intl'
import type { Ignored } from '#lib/domain/search-params.ts'
import { Notice } from '#components/ui/notice.tsx'

/** What the address asked that was not understood: set aside, and said. */
export function IgnoredNote({ ignored }: { ignored: readonly Ignored[] }) {
  const t = useTranslations('site.ignored')
  if (ignored.length === 0) return null
  return (
    <div className="mb-6">
      <Notice tone="uncertain" title={t('title', { count: ignored.length })} role="status">
        <ul>
          {ignored.map(({ key, value, reason }, index) => (
            <li key={index}>
              <code className="break-all">
                {key}={value}
              </code>{' '}
              – {t(`reasons.${reason}`)}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}

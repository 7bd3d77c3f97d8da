import { useTranslations } from 'next-intl'
import { preventionNumber } from '#lib/domain/distress.ts'
import { Notice } from '#components/ui/notice.tsx'

/** Whom to call, on pages whose content touches suicide or distress. */
export function DistressNotice() {
  const t = useTranslations('site.distress')
  return (
    <Notice title={t('title')}>
      <p>{t.rich('text', { call: () => <a href={`tel:${preventionNumber}`}>{preventionNumber}</a> })}</p>
    </Notice>
  )
}

import { useTranslations } from 'next-intl'
import { hiddenReasons, type HiddenReason } from '#lib/domain/disclosure.ts'

/** How many numbers the rule of small counts hides, by reason; for managers alone. */
export function HiddenReasons({ reasons }: { reasons: Readonly<Record<string, HiddenReason>> }) {
  const t = useTranslations('result.manage')
  const counts = hiddenReasons.map((reason) => ({ reason, count: Object.values(reasons).filter((each) => each === reason).length })).filter(({ count }) => count > 0)
  if (counts.length === 0) return <p className="text-soft">{t('noReasons')}</p>
  return (
    <>
      <ul className="list-disc ps-5">{counts.map(({ reason, count }) => <li key={reason}>{t(`reason.${reason}`, { count })}</li>)}</ul>
      <p className="mt-2 max-w-measure text-small text-soft">{t('reasonsNote')}</p>
    </>
  )
}

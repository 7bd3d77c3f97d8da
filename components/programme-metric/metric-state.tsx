import { useTranslations } from 'next-intl'
import { Tag } from '#components/ui/tag.tsx'

type Props = { locked: boolean; agreed: { laureate: boolean; manager: boolean } }

/** Whether a metric is proposed, waits for one side, or is locked. */
export function MetricState({ locked, agreed }: Props) {
  const t = useTranslations('programme-metric.state')
  if (locked) return <Tag tone="bridge">{t('locked')}</Tag>
  if (agreed.manager) return <Tag tone="uncertain">{t('waits-laureate')}</Tag>
  return agreed.laureate ? <Tag tone="uncertain">{t('waits-manager')}</Tag> : <Tag>{t('proposed')}</Tag>
}

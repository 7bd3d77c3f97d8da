import { useTranslations } from 'next-intl'
import type { CallState } from '#lib/domain/call.ts'
import { Tag, type TagTone } from '#components/ui/tag.tsx'

const tones: Record<CallState, TagTone> = { unknown: 'plain', forecasted: 'line', open: 'bridge', closed: 'plain' }

/** Where a call stands, in a word; and whether it is run elsewhere or invented. */
export function CallState({ call: { state, external, demonstration } }: { call: { state: CallState; external: boolean; demonstration: boolean } }) {
  const t = useTranslations('call')
  return (
    <>
      <Tag tone={tones[state]}>{t(`state.${state}`)}</Tag>
      {external && <Tag>{t('external')}</Tag>}
      {demonstration && <Tag tone="uncertain">{t('demonstration')}</Tag>}
    </>
  )
}

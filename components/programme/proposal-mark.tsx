import { useTranslations } from 'next-intl'
import { Tag } from '#components/ui/tag.tsx'

/** Says that something is our proposal, and no source's. */
export function ProposalMark() {
  return <Tag tone="uncertain">{useTranslations('programme.template')('proposal')}</Tag>
}

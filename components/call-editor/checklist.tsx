import { useLocale, useTranslations } from 'next-intl'
import type { EditedCall } from '#components/call-editor/edited-call.ts'
import { Link } from '#components/ui/link.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { callParts } from '#lib/domain/call-settings.ts'
import type { Need } from '#lib/domain/publishing.ts'
import { formatNumber } from '#lib/i18n/format.ts'

/** Every part of a call: ready, or what it still lacks; each leads to where it is settled. */
export function Checklist({ settings }: { settings: Pick<EditedCall, 'call' | 'needs' | 'advice'> }) {
  const t = useTranslations('call-editor')
  const { call, needs, advice } = settings
  return (
    <ul className="border-t border-rule">
      {callParts.map((part) => {
        const lacks = needs.filter((need) => need.part === part)
        const better = advice.filter((need) => need.part === part)
        return (
          <li key={part} className="grid gap-x-4 gap-y-1 border-b border-rule py-2.5 sm:grid-cols-[15rem_1fr_auto]">
            <Link href={`/manage/calls/${call.slug}/${part}`} className="font-semibold">{t(`parts.${part}`)}</Link>
            <ul className="text-small">
              {lacks.map((need) => <li key={need.code}><NeedText need={need} /></li>)}
              {better.map((need) => <li key={need.code} className="text-soft"><NeedText need={need} /></li>)}
            </ul>
            <span>{lacks.length > 0 ? <Tag tone="uncertain">{t('checklist.lacking')}</Tag> : <Tag tone="bridge">{t('checklist.ready')}</Tag>}</span>
          </li>
        )
      })}
    </ul>
  )
}

const codes = [
  'no-opening', 'no-closing', 'closes-before-opening', 'closing-past', 'no-answer-day', 'answer-before-closing', 'undated-phases', 'no-challenge', 'no-rupture',
  'no-applicants', 'open-until-closing', 'question-faults', 'no-criteria', 'weights', 'no-english', 'no-rules',
] as const

/** One thing missing, in words. */
function NeedText({ need: { code, count = 0 } }: { need: Need }) {
  const t = useTranslations('call-editor.needs')
  const locale = useLocale()
  const known = codes.find((each) => each === code)
  return known ? t(known, { count, total: formatNumber(count, locale) }) : code
}

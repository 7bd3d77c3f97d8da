import { useLocale, useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Link } from '#components/ui/link.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { Day } from '#components/ui/time.tsx'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import { type NoticeKind, noticePath, type NoticeTier } from '#lib/domain/notice.ts'

export type ShownNotice = {
  id: string
  kind: NoticeKind
  day: string
  seen: boolean
  programmeId: string | null
  checkInId: string | null
  milestoneId: string | null
  metricId: string | null
  commitmentId: string | null
  month: number | null
  solution: string | null
  title: Localized | null
  laureate: string | null
  call: Localized
  demonstration: boolean
}

/** One thing that waits: what, by when, for which programme, and what to do next. */
export function NoticeItem({ notice, tier, see }: { notice: ShownNotice; tier: NoticeTier; see: ActionFormProps['action'] }) {
  const t = useTranslations('notice')
  const locale = useLocale()
  const { id, kind, day, seen, month, solution, title, laureate, call, demonstration } = notice
  const what = t(`lines.${kind}`, { month: month ?? 0 })
  const named = title && kind !== 'check-in-due' && kind !== 'check-in-overdue' ? t('named', { what, title: inLocale(title, locale) }) : what
  const about = [kind === 'commitment-due' ? laureate : solution, inLocale(call, locale)].filter(Boolean).join(' · ')
  return (
    <li className="grid gap-x-8 gap-y-1 border-t border-rule py-4 md:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="mb-1 flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <Link href={noticePath(notice)} className={`inline-block py-1 [overflow-wrap:anywhere] ${seen ? '' : 'font-semibold'}`}>{named}</Link>
          {!seen && <Tag tone="line">{t('new')}</Tag>}
          {demonstration && <Tag tone="uncertain">{t('demonstration')}</Tag>}
        </p>
        <p className="text-small text-soft [overflow-wrap:anywhere]">{about}</p>
        <p className="text-small"><span className={tier === 'late' ? 'font-semibold text-rupture-ink' : 'text-soft'}>{t.rich(`whenDay.${tier}`, { day: () => <Day date={day} /> })}</span></p>
        <p className="mt-1">{t(`do.${kind}`)}</p>
      </div>
      {!seen && <Form id={`see-${id}`} action={see} tone="quiet" submit={t('see')} submitLabel={t('seeNamed', { what: named })} className="-ms-4 md:ms-0"><HiddenField name="noticeId" value={id} /></Form>}
    </li>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ShownProgramme } from '#components/programme/shown-programme.ts'
import { programmePath } from '#components/programme/room-of.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { Day } from '#components/ui/time.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { programmeMonth } from '#lib/domain/programme.ts'

/** Whose programme it is and in which month; on a page of it, the way back. */
export function ProgrammeHead({ shown: { programme, call, side, today, isRunning }, title, lead }: { shown: ShownProgramme; title?: ReactNode; lead?: ReactNode }) {
  const t = useTranslations('programme')
  const of = useTranslations('filing')
  const mentoring = useTranslations('mentoring')
  const locale = useLocale()
  const { id, solution, organisationName, startsOn, months, stopReason } = programme
  const month = programmeMonth(startsOn, today) + 1
  const top = side === 'mentor' ? { href: '/mentoring', label: mentoring('title') } : side === 'laureate' ? { href: '/programmes', label: t('list.title') } : { href: `/manage/calls/${call.slug}`, label: inLocale(call.title, locale) }
  return (
    <>
      <PageHead above={<Breadcrumb items={title === undefined ? [top] : [top, { href: programmePath(id, side), label: solution }]} />} title={title ?? solution} lead={lead}>
        {title === undefined && (
          <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1">
            <span>{organisationName} · {inLocale(call.title, locale)}</span>
            <span className="text-soft">{month < 1 ? t.rich('page.starts', { day: () => <Day date={startsOn} /> }) : <>{t('page.month', { month: Math.min(month, months), months })} · {t.rich('page.started', { day: () => <Day date={startsOn} /> })}</>}</span>
            {call.demonstration && <Tag tone="uncertain">{of('demonstration')}</Tag>}
            <a href={`/api/v1/programmes/${id}/report.pdf?locale=${locale}`} download className="no-print inline-flex min-h-11 items-center">{t('report')}</a>
          </p>
        )}
      </PageHead>
      {!isRunning && <Notice tone="stop" title={t('page.stopped')}>{stopReason && <p>{t('page.stoppedText', { reason: stopReason })}</p>}</Notice>}
      {side === 'mentor' && <p className="no-print mb-6 max-w-measure text-small text-soft">{mentoring('logged')}</p>}
    </>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Page } from '#components/ui/page.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { addMonths } from '#lib/domain/day.ts'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import { formatDay, formatParisDay } from '#lib/i18n/format.ts'

export type HeadedProgramme = { id: string; number: string; solution: string; pitch: string; organisationName: string; startsOn: string; months: number; stoppedAt: Date | null; stopReason: string | null; call: { slug: string; title: Localized; demonstration: boolean } }

/** The frame of a laureate's programme as its managers see it: whose it is, from when to when, whether it was stopped. */
export function ManagedProgrammePage({ programme, saved, children }: { programme: HeadedProgramme; saved: ReactNode; children: ReactNode }) {
  const t = useTranslations('programme.managed')
  const report = useTranslations('programme')
  const locale = useLocale()
  const { id, number, solution, pitch, organisationName, startsOn, months, stoppedAt, stopReason, call } = programme
  return (
    <Page>
      <PageHead above={<Breadcrumb items={[{ href: '/manage', label: t('calls') }, { href: `/manage/calls/${call.slug}`, label: inLocale(call.title, locale) }]} />} title={solution} lead={pitch}>
        <p className="mt-3 flex flex-wrap items-baseline gap-x-3 gap-y-1 text-soft">
          <span>{t('who', { organisation: organisationName, number, from: formatDay(startsOn, locale), to: formatDay(addMonths(startsOn, months), locale) })}</span>
          {stoppedAt && <Tag tone="rupture">{t('stopped')}</Tag>}
          {call.demonstration && <Tag tone="uncertain">{t('demonstration')}</Tag>}
        </p>
        <p className="mt-2 flex flex-wrap gap-x-5"><Link href={`/manage/applications/${id}`}>{t('application')}</Link><a href={`/api/v1/programmes/${id}/report.pdf?locale=${locale}`} download>{report('report')}</a></p>
      </PageHead>
      <div className="group/editor">
        {saved && <div className="mb-6 group-has-[form_[role=alert]:not(:empty)]/editor:hidden"><Notice tone="done" role="status" title={saved} /></div>}
        {stoppedAt && <Notice tone="stop" title={t('stoppedOn', { day: formatParisDay(stoppedAt, locale) })}><p>{stopReason}</p></Notice>}
        {children}
      </div>
    </Page>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Page } from '#components/ui/page.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { inLocale, type Localized } from '#lib/domain/localized.ts'

/** The programme at the head of its metrics' pages, and from which room its reader comes. */
export type HeadedProgramme = { id: string; solution: string; organisationName: string; stopped: boolean; call: { slug: string; title: Localized; demonstration: boolean } }
export type ReaderSide = 'laureate' | 'manager' | null

/** The page of the programme in the reader's own room. */
function programmeHref(id: string, side: ReaderSide): string {
  return side === 'laureate' ? `/programmes/${id}` : side === 'manager' ? `/manage/programmes/${id}` : `/mentoring/programmes/${id}`
}

type Props = { programme: HeadedProgramme; side: ReaderSide; title: ReactNode; tag?: ReactNode; lead?: ReactNode; inside?: boolean; saved?: ReactNode; children: ReactNode }

/** The frame of every page about a laureate's metrics: whose, of which call, where to go back to; `inside`: below their list. */
export function MetricsPage({ programme, side, title, tag, lead, inside = false, saved, children }: Props) {
  const t = useTranslations('programme-metric')
  const locale = useLocale()
  const above = [{ href: programmeHref(programme.id, side), label: programme.solution }, ...(inside ? [{ href: `/programmes/${programme.id}/metrics`, label: t('title') }] : [])]
  return (
    <Page>
      <header className="pb-6 pt-5">
        <Breadcrumb items={above} />
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
          <Heading as={1} size={2} className="max-w-[44ch] [overflow-wrap:anywhere]">{title}</Heading>
          {tag}
          {programme.call.demonstration && <Tag tone="uncertain">{t('demonstration')}</Tag>}
        </div>
        <p className="mt-1 text-small text-soft">{programme.organisationName}, {inLocale(programme.call.title, locale)}</p>
        {lead && <p className="mt-3 max-w-measure text-soft">{lead}</p>}
      </header>
      <div className="group/editor min-w-0 space-y-8">
        {programme.stopped && <Notice tone="stop" title={t('stopped')} />}
        {/* What was saved before is no answer to what was refused since. */}
        {saved && <div className="group-has-[form_[role=alert]:not(:empty)]/editor:hidden"><Notice tone="done" role="status" title={saved} /></div>}
        {children}
      </div>
    </Page>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CallParts, type EditorPlace } from '#components/call-editor/call-parts.tsx'
import type { EditedCall } from '#components/call-editor/edited-call.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Page } from '#components/ui/page.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { managedState } from '#lib/domain/managed-call.ts'

/** Pages on which nothing is saved that the call's own page shows at once. */
const seenOnly: ReadonlySet<EditorPlace> = new Set<EditorPlace>(['overview', 'preview', 'publish', 'deadline', 'form', 'rounds', 'decisions', 'programme', 'commitments', 'results'])

type Props = { settings: EditedCall; here: EditorPlace; lead?: ReactNode; saved?: boolean; children: ReactNode }

/** The frame of every page on which a call is settled: where one is, what is missing elsewhere, and whether this part may still change. */
export function EditorPage({ settings, here, lead, saved = false, children }: Props) {
  const t = useTranslations('call-editor')
  const locale = useLocale()
  const { call, now, settled } = settings
  const fixed = here in settled ? settled[here as keyof typeof settled] : null
  const isPublic = call.publishedAt !== null && fixed === null && !seenOnly.has(here)
  return (
    <Page>
      <header className="pb-6 pt-5">
        <Breadcrumb items={[{ href: '/manage', label: t('list.title') }, ...(here === 'overview' ? [] : [{ href: `/manage/calls/${call.slug}`, label: inLocale(call.title, locale) }])]} />
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
          <Heading as={1} size={2} className="max-w-[44ch]">{here === 'overview' ? inLocale(call.title, locale) : t(`parts.${here}`)}</Heading>
          <Tag tone={call.publishedAt === null ? 'uncertain' : 'line'}>{t(`states.${managedState(call, now)}`)}</Tag>
          {call.demonstration && <Tag tone="uncertain">{t('demonstration')}</Tag>}
        </div>
        {lead && <p className="mt-2 max-w-measure text-soft">{lead}</p>}
      </header>
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[12.5rem_minmax(0,1fr)]">
        <CallParts settings={settings} here={here} />
        <div className="group/editor min-w-0 space-y-6">
          {/* What was saved before is no answer to what was refused since. */}
          {saved && <div className="group-has-[form_[role=alert]:not(:empty)]/editor:hidden"><Notice tone="done" role="status" title={t('saved')} /></div>}
          {fixed !== null && <Notice title={t(`settled.${fixed}`)}><p>{t('settled.text')}</p></Notice>}
          {isPublic && <Notice tone="uncertain" title={t('public.title')}><p>{t('public.text')}</p></Notice>}
          {children}
        </div>
      </div>
    </Page>
  )
}

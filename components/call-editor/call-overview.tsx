import { useTranslations } from 'next-intl'
import { Checklist } from '#components/call-editor/checklist.tsx'
import type { EditedCall } from '#components/call-editor/edited-call.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'

/** How a call stands, and where to go from here. */
export function CallOverview({ settings }: { settings: EditedCall }) {
  const t = useTranslations('call-editor.overview')
  const { call, needs } = settings
  const room = `/manage/calls/${call.slug}`
  const isReady = call.publishedAt === null && needs.length === 0
  return (
    <>
      {isReady && <Notice tone="done" title={t('ready')} />}
      <div className="flex flex-wrap gap-3">
        {isReady && <ButtonLink href={`${room}/publish`} tone="primary">{t('publish')}</ButtonLink>}
        {call.publishedAt !== null && (
          <>
            <ButtonLink href={`${room}/applications`} tone="primary">{t('applications')}</ButtonLink>
            <ButtonLink href={`${room}/rounds`}>{t('rounds')}</ButtonLink>
            <ButtonLink href={`${room}/decisions`}>{t('decisions')}</ButtonLink>
            <ButtonLink href={`${room}/board`}>{t('board')}</ButtonLink>
            <ButtonLink href={`${room}/deadline`}>{t('deadline')}</ButtonLink>
            <ButtonLink href={`/calls/${call.slug}`}>{t('see')}</ButtonLink>
          </>
        )}
        <ButtonLink href={`${room}/preview`}>{t('preview')}</ButtonLink>
      </div>
      <section aria-labelledby="checklist">
        <Heading as={2} size={3} id="checklist" className="mb-2">{t('checklist')}</Heading>
        <Checklist settings={settings} />
      </section>
    </>
  )
}

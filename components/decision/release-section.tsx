import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { MailPreview } from '#components/decision/mail-preview.tsx'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { HiddenField, TextField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Instant } from '#components/ui/time.tsx'
import type { OutcomeCounts, ReleaseObstacle } from '#lib/domain/decision.ts'
import type { Localized } from '#lib/domain/localized.ts'

type Action = ActionFormProps['action']
type Listed = {
  now: Date
  call: { slug: string; title: Localized }
  rows: readonly { eligibility: string; outcome: string | null }[]
  sha256: string
  counts: OutcomeCounts
  readiness: { undecided: number; openRounds: number; walledOff: number }
  obstacle: ReleaseObstacle | null
  people: readonly { locale: 'fr' | 'en'; people: number }[]
  pending: { id: string; counts: OutcomeCounts; proposedAt: Date; isOwn: boolean; stands: boolean } | null
  releasedAt: Date | null
}
type Props = { listed: Listed; propose: Action; cancel: Action; release: Action; refuse: Action }

/** How decisions go out: what is still in the way, what is written to whom, one manager who proposes and another who releases. */
export function ReleaseSection({ listed, propose, cancel, release, refuse }: Props) {
  const t = useTranslations('decision')
  const { call, rows, sha256, counts, readiness, obstacle, people, pending, releasedAt, now } = listed
  if (releasedAt) {
    return (
      <Section id="release" title={t('release.title')}>
        <Notice tone="done" title={t('release.done')}>
          <p>{t.rich('release.doneText', { at: () => <Instant at={releasedAt} now={now} /> })} <Link href={`/calls/${call.slug}/selection`}>{t('release.public')}</Link></p>
        </Notice>
      </Section>
    )
  }
  const refusable = rows.filter(({ eligibility, outcome }) => eligibility === 'ineligible' && outcome === null).length
  const slug = <HiddenField name="slug" value={call.slug} />
  return (
    <Section id="release" title={t('release.title')}>
      <div className="space-y-5">
        <p className="max-w-measure text-soft">{t('release.lead')}</p>
        {refusable > 0 && <Form id="refuse-form" action={refuse} submit={t('release.refuse', { count: refusable })} tone="secondary">{slug}</Form>}
        <Counts counts={counts} />
        <MailPreview call={call} people={people} />
        {pending === null && (obstacle === null
          ? <Form id="propose-form" action={propose} submit={t('release.propose')}>{slug}<HiddenField name="sha256" value={sha256} /></Form>
          : <Notice tone="uncertain" title={t('release.notYet')}><p>{t(`release.obstacles.${obstacle}`, { undecided: readiness.undecided, openRounds: readiness.openRounds, walledOff: readiness.walledOff })}</p></Notice>)}
        {pending !== null && <Pending pending={pending} files={rows.length} now={now} slug={slug} cancel={cancel} release={release} />}
      </div>
    </Section>
  )
}

function Counts({ counts }: { counts: OutcomeCounts }) {
  const t = useTranslations('decision')
  return <p className="tabular-nums"><strong className="font-semibold">{t('release.counts', { laureates: counts.laureate, reserves: counts.reserve, refused: counts['not-selected'] })}</strong></p>
}

type PendingProps = { pending: NonNullable<Listed['pending']>; files: number; now: Date; slug: ReactNode; cancel: Action; release: Action }

function Pending({ pending: { id, proposedAt, isOwn, stands }, files, now, slug, cancel, release }: PendingProps) {
  const t = useTranslations('decision.release')
  const locale = useLocale()
  return (
    <>
      <Notice tone={stands ? 'plain' : 'stop'} title={t(isOwn ? 'proposedByYou' : 'proposedByOther')}>
        <p>{t.rich(stands ? (isOwn ? 'waits' : 'yourTurn') : 'changed', { at: () => <Instant at={proposedAt} now={now} /> })}</p>
      </Notice>
      {!isOwn && stands && (
        <Form id="release-form" action={release} submit={t('do')}>
          {slug}
          <HiddenField name="releaseId" value={id} />
          <TextField name="confirmed" inputMode="numeric" autoComplete="off" lang={locale} label={t('confirm')} hint={t('confirmHint', { files })} className="max-w-32 tabular-nums" />
        </Form>
      )}
      <Form id="cancel-form" action={cancel} submit={t('cancel')} tone="quiet">
        {slug}
        <HiddenField name="releaseId" value={id} />
      </Form>
    </>
  )
}

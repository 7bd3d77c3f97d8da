import { useLocale, useTranslations } from 'next-intl'
import { FilingTag } from '#components/application/filing-tag.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { Instant } from '#components/ui/time.tsx'
import type { FilingState } from '#lib/domain/filing.ts'
import { inLocale, type Localized } from '#lib/domain/localized.ts'

export type ListedFile = {
  id: string
  state: FilingState
  canChange: boolean
  isDecided: boolean
  solution: string | null
  call: { title: Localized; demonstration: boolean }
  until: Date
  organisation: { name: string }
  application: { number: string } | null
  gaps: number
  unseen: number
}

/** Files one under the other, each with its state, what is missing, until when, and the one thing to do next. */
export function ApplicationList({ id, title, files, now }: { id: string; title: string; files: readonly ListedFile[]; now: Date }) {
  if (files.length === 0) return null
  return (
    <section aria-labelledby={id} className="mt-8">
      <Heading as={2} size={3} id={id} className="mb-2">{title}</Heading>
      <ul className="border-t border-rule">
        {files.map((file) => <FileLine key={file.id} file={file} now={now} />)}
      </ul>
    </section>
  )
}

function FileLine({ file, now }: { file: ListedFile; now: Date }) {
  const t = useTranslations('filing')
  const locale = useLocale()
  const { id, state, canChange, isDecided, solution, call, until, organisation, application, gaps, unseen } = file
  const next = isDecided ? { href: 'decision', words: t('list.decision') } : state === 'to-correct' ? { href: 'edit', words: t('list.correct') } : state === 'draft' && gaps > 0 ? { href: 'edit', words: t('list.edit') } : state === 'draft' || state === 'changed' || state === 'withdrawn' ? { href: 'review', words: t('list.review') } : null
  return (
    <li className="grid gap-x-6 gap-y-3 border-b border-rule py-4 md:grid-cols-[minmax(0,1fr)_auto] md:items-center">
      <div className="min-w-0">
        <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <Heading as={3} size={4}><Link href={`/applications/${id}`} className="inline-block py-1">{solution?.trim() || t('untitled')}</Link></Heading>
          {isDecided ? <Tag tone="line">{t('decided')}</Tag> : <FilingTag state={state} />}
          {call.demonstration && <Tag tone="uncertain">{t('demonstration')}</Tag>}
        </div>
        <p className="text-soft">{t('list.for', { call: inLocale(call.title, locale), organisation: organisation.name })}</p>
        <p className="flex flex-wrap gap-x-4 text-small text-soft">
          {application && <span className="tabular-nums">{t('list.number', { number: application.number })}</span>}
          <span>{t.rich(state === 'to-correct' ? 'list.correct-until' : canChange ? 'list.closes' : 'list.closed-on', { until: () => <Instant at={until} {...(canChange && { now })} /> })}</span>
          {state === 'draft' && gaps > 0 && <Link href={`/applications/${id}/review`}>{t('list.gaps', { count: gaps })}</Link>}
          {unseen > 0 && <Link href={`/applications/${id}/messages`} className="font-semibold text-ink">{t('list.unseen', { count: unseen })}</Link>}
        </p>
      </div>
      {next && <ButtonLink href={`/applications/${id}/${next.href}`}>{next.words}</ButtonLink>}
    </li>
  )
}

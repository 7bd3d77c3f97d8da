import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { ClaimableMetric } from '#components/claim/claimable.ts'
import { claimableRuptures, claimWords, type RuptureRow } from '#components/claim/claimable-ruptures.ts'
import { DraftEditor, type EditorForm } from '#components/draft/draft-editor.tsx'
import { DraftNotices, type DraftNotices as Notices } from '#components/draft/draft-notices.tsx'
import { type Challenge, fieldViews } from '#components/draft/field-view.ts'
import type { FileView } from '#components/file/file-field.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { type Section, sections } from '#lib/domain/application.ts'
import { type Content, progressOf } from '#lib/domain/draft.ts'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import type { Metric } from '#lib/domain/metric.ts'
import type { Question } from '#lib/domain/question.ts'

export type DraftPageProps = Omit<Notices, 'labelOf' | 'call'> & {
  person: string
  call: Notices['call'] & { slug: string; title: Localized; demonstration: boolean }
  organisation: { id: string; name: string }
  draft: { id: string; version: number; savedAt: Date; content: Content; lastField: string | null } | null
  questions: readonly Question[]
  challenges: readonly Challenge[]
  files: readonly FileView[]
  ruptures: readonly RuptureRow[]
  metrics: readonly Metric[]
  /** Where this stands, above the title. */
  above: ReactNode
  below?: ReactNode
}

/** The editor with all it needs in the reader's language; before the first letter there is no draft. */
export async function DraftPage({ person, call, organisation, draft, questions, challenges, files, ruptures, metrics, above, below, ...notices }: DraftPageProps) {
  const [t, application, locale, { draft: words, application: named, file: fileWords }] = await Promise.all([getTranslations('draft.edit'), getTranslations('application'), getLocale(), getMessages()])
  const views = fieldViews(questions, challenges, { application, locale })
  const content = draft?.content ?? {}
  const counts = Object.fromEntries([...Map.groupBy(files, ({ questionId }) => questionId ?? '')].map(([id, each]) => [id, each.length]))
  const claims = {
    ruptures: await claimableRuptures(ruptures),
    metrics: metrics.map(({ slug, name, unit }): ClaimableMetric => ({ slug, name: inLocale(name, locale), unit: inLocale(unit, locale) })),
    words: await claimWords(),
  }
  return (
    <>
      <PageHead above={above} title={inLocale(call.title, locale)} lead={t('of', { organisation: organisation.name })}>
        {call.demonstration && <p className="mt-3"><Tag tone="uncertain">{t('demonstration')}</Tag></p>}
        {below}
      </PageHead>
      <noscript><p className="mb-6 font-semibold">{t('noScript')}</p></noscript>
      <DraftEditor
        start={{
          person, call: call.slug, organisation: organisation.id, id: draft?.id ?? null, version: draft?.version ?? 0, savedAt: draft?.savedAt.toISOString() ?? null, content,
          editable: notices.editable, address: { before: `/${locale}/applications/`, after: '/edit' }, now: notices.now.toISOString(),
          closesAt: (notices.permitUntil && notices.permitUntil > call.closesAt ? notices.permitUntil : call.closesAt).toISOString(),
        }}
        locale={locale}
        form={JSON.stringify({ words: words.editor, fileWords, claims, views, questions: questions.map(bare) } satisfies EditorForm)}
        parts={sections.filter((section) => views.some((view) => view.section === section))}
        titles={named.sections satisfies Record<Section, string>}
        files={files}
        progress={progressOf(content, questions, counts)}
        lastField={draft?.lastField ?? null}
        isReader={notices.isReader}
        reviewWords={{ do: t('review'), read: t('reviewRead') }}
      >
        <DraftNotices call={call} labelOf={(field) => views.find(({ name }) => name === field)?.label ?? field} {...notices} />
      </DraftEditor>
    </>
  )
}

/** A question without its words, which the editor has already in the reader's language. */
function bare({ options, ...asked }: Question): Question {
  return { ...asked, label: { fr: '' }, help: null, unit: null, options: options.map(({ id }) => ({ id, label: { fr: '' } })) }
}

import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import type { EditedCall } from '#components/call-editor/edited-call.ts'
import { FounderPreview } from '#components/call-editor/founder-preview.tsx'
import { ScorerPreview } from '#components/call-editor/scorer-preview.tsx'
import { claimableRuptures, claimWords, type RuptureRow } from '#components/claim/claimable-ruptures.ts'
import { fieldViews } from '#components/draft/field-view.ts'
import { Link } from '#components/ui/link.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import type { Metric } from '#lib/domain/metric.ts'
import { sampleContent } from '#lib/domain/sample-content.ts'

const readers = ['founder', 'scorer'] as const
const nothing = '00000000-0000-4000-8000-000000000000'
type Props = { as: (typeof readers)[number]; settings: EditedCall; ruptures: readonly RuptureRow[]; metrics: readonly Metric[] }

/** The form filled with samples, as one of its readers has it. */
export async function SamplePreview({ as, settings, ruptures, metrics }: Props) {
  const [t, application, locale, { draft, file, application: named }] = await Promise.all([getTranslations('call-editor.preview'), getTranslations('application'), getLocale(), getMessages()])
  const { call, questions, challenges, now } = settings
  const aimed = challenges[0]?.ruptures[0]?.slug
  const content = sampleContent(questions, named.sample, {
    challengeId: challenges[0]?.id ?? nothing, ruptureVersionId: (ruptures.find(({ slug }) => slug === aimed) ?? ruptures[0])?.versionId ?? nothing,
  })
  return (
    <>
      <nav aria-label={t('as')} className="flex flex-wrap items-center gap-x-4">
        <span className="text-soft">{t('as')}</span>
        {readers.map((reader) => (
          <Link key={reader} href={`/manage/calls/${call.slug}/preview?as=${reader}`} aria-current={reader === as ? 'page' : undefined} className={`flex min-h-11 items-center ${reader === as ? 'font-bold no-underline' : ''}`}>{t(reader)}</Link>
        ))}
      </nav>
      <p className="max-w-measure text-small text-soft">{t(`${as}Note`)}</p>
      {as === 'scorer' ? (
        <ScorerPreview settings={settings} content={content} />
      ) : (
        <FounderPreview
          slug={call.slug}
          content={content}
          now={now.toISOString()}
          locale={locale}
          words={draft.editor}
          fileWords={file}
          claims={{
            ruptures: await claimableRuptures(ruptures),
            metrics: metrics.map(({ slug, name, unit }) => ({ slug, name: inLocale(name, locale), unit: inLocale(unit, locale) })),
            words: await claimWords(),
          }}
          views={fieldViews(questions, challenges, { application, locale })}
          questions={questions}
          titles={named.sections}
        />
      )}
    </>
  )
}

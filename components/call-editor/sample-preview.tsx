import { useLocale, useTranslations } from 'next-intl'
import type { EditedCall } from '#components/call-editor/edited-call.ts'
import { useQuestionWords } from '#components/call-editor/question-words.ts'
import { SampleForm } from '#components/call-editor/sample-form.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import type { Content } from '#lib/domain/draft.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { formatNumber } from '#lib/i18n/format.ts'

const readers = ['founder', 'scorer'] as const
type Props = { as: (typeof readers)[number]; settings: EditedCall; content: Content }

/** The form as one of its readers sees it; a scorer has the grid beside it. */
export function SamplePreview({ as, settings: { call, questions, challenges, criteria }, content }: Props) {
  const t = useTranslations('call-editor.preview')
  const locale = useLocale()
  const words = useQuestionWords()
  const [challenge] = challenges
  return (
    <>
      <nav aria-label={t('as')} className="flex flex-wrap items-center gap-x-4">
        <span className="text-soft">{t('as')}</span>
        {readers.map((reader) => (
          <Link key={reader} href={`/manage/calls/${call.slug}/preview?as=${reader}`} aria-current={reader === as ? 'page' : undefined} className={`flex min-h-11 items-center ${reader === as ? 'font-bold no-underline' : ''}`}>{t(reader)}</Link>
        ))}
      </nav>
      <p className="max-w-measure text-small text-soft">{t(`${as}Note`)}</p>
      <div className={as === 'scorer' ? 'grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_20rem]' : ''}>
        <div className="space-y-8">
          <SampleForm as={as} content={content} questions={questions} challenge={challenge?.title ?? null} rupture={challenge?.ruptures[0]?.title ?? null} words={words} />
        </div>
        {as === 'scorer' && (
          <section aria-labelledby="grid">
            <Heading as={2} size={3} id="grid">{t('grid')}</Heading>
            {criteria.map(({ id, name, weight, anchors }) => (
              <div key={id} className="border-b border-rule py-3">
                <p className="font-semibold">{t('criterion', { name: inLocale(name, locale), weight: formatNumber(weight, locale) })}</p>
                <ol className="list-decimal ps-6 text-small text-soft">{anchors.map((anchor, index) => <li key={index}>{inLocale(anchor, locale)}</li>)}</ol>
              </div>
            ))}
          </section>
        )}
      </div>
    </>
  )
}

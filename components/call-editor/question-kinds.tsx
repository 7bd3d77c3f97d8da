import { useTranslations } from 'next-intl'
import { ButtonLink } from '#components/ui/button.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { questionKinds } from '#lib/domain/question.ts'

/** What kind of question to add: each leads to its panel. */
export function QuestionKinds({ slug }: { slug: string }) {
  const t = useTranslations('call-editor.form')
  const kinds = useTranslations('application.kinds')
  return (
    <section aria-labelledby="add-question">
      <Heading as={2} size={3} id="add-question">{t('addTitle')}</Heading>
      <ul className="mt-2 flex flex-wrap gap-2">
        {questionKinds.map((kind) => (
          <li key={kind}>
            <ButtonLink href={`/manage/calls/${slug}/form?add=${kind}#panel`} className="min-h-9 px-3 py-1 pointer-coarse:min-h-11">{kinds(kind)}</ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  )
}

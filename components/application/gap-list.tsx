import { useTranslations } from 'next-intl'
import { type NamedQuestion, useFieldName } from '#components/application/field-name.ts'
import { Link } from '#components/ui/link.tsx'
import { type Section, sections } from '#lib/domain/application.ts'
import type { Gap } from '#lib/domain/draft.ts'
import { fieldAnchor } from '#lib/domain/field-name.ts'

const codes = ['missing', 'over-limit', 'too-long', 'link', 'out-of-range', 'not-of-this-call', 'unknown-rupture', 'file-infected'] as const

/** What keeps a file from being deposited, part by part, each point a link to its field. */
export function GapList({ id, gaps, questions }: { id: string; gaps: readonly Gap[]; questions: readonly NamedQuestion[] }) {
  const t = useTranslations('filing')
  const titles = useTranslations('application.sections')
  const nameOf = useFieldName(questions)
  const parts: Section[] = sections.filter((section) => gaps.some((gap) => gap.section === section))
  return (
    <dl className="max-w-measure space-y-4">
      {parts.map((section) => (
        <div key={section}>
          <dt className="font-semibold">{titles(section)}</dt>
          <dd>
            <ul className="list-disc ps-5">
              {gaps.filter((gap) => gap.section === section).map(({ field, code }) => (
                <li key={`${field} ${code}`} className="py-0.5">
                  {t.rich('gapLine', {
                    field: () => <Link href={`/applications/${id}/edit#${fieldAnchor(field)}`} className="inline-block py-1">{nameOf(field)}</Link>,
                    what: t(`gapCodes.${codes.find((each) => each === code) ?? 'unfit'}`),
                  })}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  )
}

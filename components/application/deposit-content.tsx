import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DepositFiles, type FileReader, type ShownFile } from '#components/application/deposit-files.tsx'
import { AnswerValue, FieldValue } from '#components/application/deposit-value.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { type CoreField, coreFields, type Section, sectionOf, sections } from '#lib/domain/application.ts'
import type { DepositedAnswer } from '#lib/domain/deposit.ts'
import { inLocale } from '#lib/domain/localized.ts'

type Props = {
  /** A field that is left out is not for this reader. */
  fields: Readonly<Partial<Record<CoreField, unknown>>>
  answers: readonly DepositedAnswer[]
  files: readonly ShownFile[]
  reader: FileReader
  as: 2 | 3
  /** Names above values, for a narrow column. */
  stacked?: boolean
}

/** A whole file as it is or would be frozen, part by part, every field named, what is empty said. */
export function DepositContent({ fields, answers, files, reader, as, stacked = false }: Props) {
  const t = useTranslations('application')
  const own = useTranslations('filing.content')
  const locale = useLocale()
  const of = (question: string | null) => files.filter((file) => file.question === question)
  const fieldsOf = (section: Section) => coreFields.filter((field) => sectionOf[field] === section && field in fields)
  return (
    <div className="space-y-10">
      {sections.filter((section) => (section === 'questions' ? answers.length : fieldsOf(section).length) > 0).map((section) => (
        <section key={section} aria-labelledby={`content-${section}`}>
          <Heading as={as} size={3} id={`content-${section}`} className="mb-1">{t(`sections.${section}`)}</Heading>
          <dl>
            {fieldsOf(section).map((field) => (
              <Line key={field} name={t(`fields.${field}.label`)} stacked={stacked}><FieldValue field={field} value={fields[field]} /></Line>
            ))}
            {section === 'proof' && of(null).length > 0 && <Line name={own('evidenceFiles')} stacked={stacked}><DepositFiles files={of(null)} reader={reader} /></Line>}
            {section === 'questions' && answers.map((answered) => (
              <Line key={answered.question} name={inLocale(answered.label, locale)} stacked={stacked}>
                {answered.kind === 'file' ? <DepositFiles files={of(answered.question)} reader={reader} /> : <AnswerValue answered={answered} />}
              </Line>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}

function Line({ name, stacked, children }: { name: string; stacked: boolean; children: ReactNode }) {
  return (
    <div className={`border-t border-rule py-3 ${stacked ? '' : 'lg:grid lg:grid-cols-[16rem_minmax(0,1fr)] lg:gap-x-8'}`}>
      <dt className={`text-small font-semibold text-soft ${stacked ? '' : 'lg:text-base'}`}>{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  )
}

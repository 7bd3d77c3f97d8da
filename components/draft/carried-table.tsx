import { useTranslations } from 'next-intl'
import { AnswerValue, FieldValue } from '#components/application/deposit-value.tsx'
import { type NamedQuestion, useFieldName } from '#components/application/field-name.ts'
import { Table } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { claimFields, coreFields } from '#lib/domain/application.ts'
import type { Carried } from '#lib/domain/carry-over.ts'
import type { DraftClaim } from '#lib/domain/claim.ts'
import { answerName } from '#lib/domain/field-name.ts'
import type { Localized } from '#lib/domain/localized.ts'
import type { Answer, QuestionKind } from '#lib/domain/question.ts'

type Asked = NamedQuestion & { kind: QuestionKind; options: readonly { id: string; label: Localized }[]; unit: Localized | null }

type Pinned = { versionId: string; slug: string; version: number; title: Localized }

/** What an earlier file says beside what is written here, field by field, and what would become of each. */
export function CarriedTable({ rows, questions, ruptures }: { rows: readonly Carried[]; questions: readonly Asked[]; ruptures: readonly Pinned[] }) {
  const t = useTranslations('filing.start')
  const nameOf = useFieldName(questions)
  return (
    <Table id="carried" caption={t('caption')} captionHidden>
      <thead>
        <tr>
          <th scope="col">{t('field')}</th>
          <th scope="col">{t('earlier')}</th>
          <th scope="col">{t('present')}</th>
          <th scope="col">{t('outcome')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ field, from, to, isCarried, note }) => (
          <tr key={field} className="align-top">
            <th scope="row" className="min-w-40">{nameOf(field)}</th>
            <td className="min-w-60"><Value field={field} value={from} questions={questions} ruptures={ruptures} /></td>
            <td className="min-w-60">{to === null ? <span className="text-soft">{t('empty')}</span> : <Value field={field} value={to} questions={questions} ruptures={ruptures} />}</td>
            <td><Tag tone={isCarried ? (note === null ? 'bridge' : 'uncertain') : 'plain'}>{t(note ?? 'carried')}</Tag></td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function Value({ field, value, questions, ruptures }: { field: string; value: unknown; questions: readonly Asked[]; ruptures: readonly Pinned[] }) {
  const core = coreFields.find((each) => each === field)
  const isClaim = (claimFields as readonly string[]).includes(field)
  if (core) return <FieldValue field={core} value={isClaim ? { ...(value as DraftClaim), rupture: ruptures.find(({ versionId }) => versionId === (value as DraftClaim).ruptureVersionId) ?? null } : value} />
  const asked = questions.find(({ id }) => answerName(id) === field)
  if (!asked) return null
  const { id, label, kind, options, unit } = asked
  const chosen = options.filter((option) => (Array.isArray(value) ? value.includes(option.id) : option.id === value))
  return <AnswerValue answered={{ question: id, label, kind, answer: value as Answer, chosen, unit }} />
}

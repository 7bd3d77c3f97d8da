import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import type { ProgrammeTemplate } from '#lib/domain/programme.ts'
import { SourceMark, type Sources } from '#components/source/source-mark.tsx'
import { SourcedText } from '#components/source/sourced-text.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Table } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'

/** What follows the choice: what laureates receive, sourced or proposed, and the milestones we propose. */
export function ProgrammeOutline({ programme, sources }: { programme: ProgrammeTemplate; sources: Sources }) {
  const t = useTranslations('selection')
  const locale = useLocale()
  return (
    <>
      <p className="max-w-measure">
        {inLocale(programme.note, locale)} <SourceMark id={programme.monthsSourceId} sources={sources} />
      </p>
      <Heading as={3} className="mt-8">
        {t('programme.modules')}
      </Heading>
      <ul className="mt-3 border-t border-rule">
        {programme.modules.map(({ slug, title, isProposal, sourceId, note }) => (
          <li key={slug} className="keep border-b border-rule py-3">
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              {inLocale(title, locale)}
              {isProposal ? <Tag tone="uncertain">{t('proposal')}</Tag> : <SourceMark id={sourceId} sources={sources} />}
            </span>
            {note && (
              <span className="mt-0.5 block max-w-measure text-small text-soft">
                <SourcedText text={note} sources={sources} />
              </span>
            )}
          </li>
        ))}
      </ul>
      <Heading as={3} className="mb-3 mt-8 flex flex-wrap items-center gap-3">
        {t('programme.milestones')} <Tag tone="uncertain">{t('proposal')}</Tag>
      </Heading>
      <Table id="milestones" caption={t('programme.milestonesCaption')} captionHidden>
        <tbody>
          {programme.milestones.map(({ month, title }) => (
            <tr key={month}>
              <th scope="row" className="w-28 whitespace-nowrap">
                {t('programme.month', { month })}
              </th>
              <td>{inLocale(title, locale)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  )
}

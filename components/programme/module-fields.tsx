import { useLocale, useTranslations } from 'next-intl'
import { RowFrame } from '#components/form/row-frame.tsx'
import { WordsField } from '#components/form/words-field.tsx'
import { ProposalMark } from '#components/programme/proposal-mark.tsx'
import { type NotedSource, SourceLink } from '#components/ui/source-note.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import type { ProgrammeTemplate } from '#lib/domain/programme.ts'
import { templateLimits } from '#lib/domain/programme-template.ts'

type Props = { modules: ProgrammeTemplate['modules']; sources: Readonly<Record<string, NotedSource>> }

/** What a programme offers, row by row, each with where it is known from. */
export function ModuleFields({ modules, sources }: Props) {
  const t = useTranslations('programme.template')
  const locale = useLocale()
  const words = { remove: t('removeModule'), rank: t('rank') }
  const place = modules.length
  return (
    <div className="border-b border-rule">
      {modules.map(({ slug, title, sourceId, isProposal, note }, index) => {
        const source = sourceId === null ? undefined : sources[sourceId]
        return (
          <RowFrame key={slug} folded name={`modules.${index}`} id={String(index)} rank={index + 1} legend={<>{inLocale(title, locale)} {isProposal && <ProposalMark />}</>} words={words}>
            <WordsField name={`modules.${index}.title`} label={t('module')} value={title} limit={templateLimits.title} limitSaid={index === 0} />
            {note && <p className="text-small text-soft">{inLocale(note, locale)}</p>}
            {source && <p className="text-small text-soft">{t('source')} <SourceLink source={source} /></p>}
          </RowFrame>
        )
      })}
      {place < templateLimits.modules && (
        <RowFrame folded name={`modules.${place}`} legend={t('newModule')} words={words}>
          <WordsField name={`modules.${place}.title`} label={t('module')} limit={templateLimits.title} />
        </RowFrame>
      )}
    </div>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import type { Finding } from '#lib/domain/call.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { SourceMark, type Sources } from '#components/source/source-mark.tsx'
import { SourcedText } from '#components/source/sourced-text.tsx'

/** What a source says, and which; or, in italics, that nothing was found and what was looked for. */
export function FindingText({ finding, sources }: { finding: Finding; sources: Sources }) {
  const t = useTranslations('call')
  const locale = useLocale()
  const note = finding.note && <SourcedText text={finding.note} sources={sources} />
  if (finding.text === null) return <p className="font-note italic text-soft">{note ?? t('notFound')}</p>
  return (
    <>
      <p>
        {inLocale(finding.text, locale)} <SourceMark id={finding.sourceId} sources={sources} />
      </p>
      {note && <p className="mt-1 text-small text-soft">{note}</p>}
    </>
  )
}

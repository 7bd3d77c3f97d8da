import { useLocale } from 'next-intl'
import { Fragment } from 'react'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import { SourceMark, type Sources } from '#components/source/source-mark.tsx'

const ids = /\(([a-z0-9]+(?:-[a-z0-9]+)+)\)/g

/** A note of the référentiel, in which "(ud-2022)" names a source: the name becomes a link to it. */
export function SourcedText({ text, sources }: { text: Localized; sources: Sources }) {
  const parts = inLocale(text, useLocale()).split(ids)
  return parts.map((part, index) => {
    if (index % 2 === 0) return <Fragment key={index}>{part}</Fragment>
    return sources[part] === undefined ? (
      <Fragment key={index}>({part})</Fragment>
    ) : (
      <Fragment key={index}>
        (<SourceMark id={part} sources={sources} />)
      </Fragment>
    )
  })
}

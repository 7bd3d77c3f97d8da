'use client'
import { useEditor, useView } from '#components/draft/editor-context.ts'
import { buttonClass } from '#components/ui/button.tsx'
import { localisedHref } from '#lib/i18n/address.ts'

/** The way on, once there is a draft to review. */
export function ReviewLink({ words, isReader }: { words: { do: string; read: string }; isReader: boolean }) {
  const { session, locale } = useEditor()
  const draftId = useView((view) => view.id)
  if (draftId === null) return null
  return (
    <p className="mt-6">
      <a href={localisedHref(`/applications/${draftId}/review`, locale)} onClick={() => session.flush()} className={buttonClass('primary')}>{isReader ? words.read : words.do}</a>
    </p>
  )
}

import { useTranslations } from 'next-intl'
import type { SessionDeeds } from '#components/mentoring-session/session-turn.tsx'
import type { ShownSession } from '#components/mentoring-session/shown-session.ts'
import { AreaField, HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'

/** Notes both sides read, and one's own that nobody else does. */
export function SessionNotes({ session: { id, version, sharedNotes, ownNote }, takesPart, deeds }: { session: ShownSession; takesPart: boolean; deeds: Pick<SessionDeeds, 'note' | 'keepNote'> }) {
  const t = useTranslations('session')
  return (
    <div className="space-y-2">
      {sharedNotes && <div><p className="font-semibold">{t('shared')}</p><p className="max-w-measure whitespace-pre-line [overflow-wrap:anywhere]">{sharedNotes}</p></div>}
      <Disclosure plain summary={t('notes')}>
        <div className="space-y-8">
          {takesPart && (
            <Form id={`note-${id}`} action={deeds.note} tone="secondary" submit={t('sharedDo')}>
              <HiddenField name="sessionId" value={id} />
              <HiddenField name="version" value={String(version)} />
              <AreaField name="notes" label={t('shared')} hint={t('sharedHint')} optional defaultValue={sharedNotes ?? ''} rows={5} />
            </Form>
          )}
          <Form id={`own-${id}`} action={deeds.keepNote} tone="secondary" submit={t('ownDo')}>
            <HiddenField name="sessionId" value={id} />
            <AreaField name="notes" label={t('own')} hint={t('ownHint')} optional defaultValue={ownNote ?? ''} rows={4} />
          </Form>
        </div>
      </Disclosure>
    </div>
  )
}

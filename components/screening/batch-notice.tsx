import { useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import type { ScreeningBatch } from '#lib/domain/screening.ts'

type Props = { slug: string; query: string; told: boolean; batch: ScreeningBatch | null; undo: ActionFormProps['action'] }

/** What was just done, and the way back. Its place is there before, so that what comes into it is read out. */
export function BatchNotice({ slug, query, told, batch, undo }: Props) {
  const t = useTranslations('screening.done')
  const deed = batch?.kind === 'eligibility' ? batch.eligibility : batch?.kind
  return (
    <div role="status">
      {told && (
        <div className="mb-2 flex flex-wrap items-center gap-x-4 border-s-4 border-bridge bg-wash px-4">
          <p className="py-2 font-semibold">{batch === null || !deed ? t('nothing') : batch.undone ? t('undone') : t(deed, { count: batch.count, tag: batch.tag ?? '' })}</p>
          {batch !== null && !batch.undone && (
            <Form id="undo-screening" action={undo} submit={t('undo')} tone="quiet" className="">
              <HiddenField name="slug" value={slug} />
              <HiddenField name="query" value={query} />
              <HiddenField name="batchId" value={batch.id} />
            </Form>
          )}
        </div>
      )}
    </div>
  )
}

import { getTranslations } from 'next-intl/server'
import type { ScreeningBatch } from '#lib/domain/screening.ts'

/** "3 candidatures marquées recevables.", in the reader's language; null and nothing changed say that it already was so. */
export async function batchWords(batch: ScreeningBatch | null): Promise<string> {
  const t = await getTranslations('screening.done')
  if (batch === null || batch.count === 0) return t('nothing')
  if (batch.undone) return t('undone')
  const { count } = batch
  return batch.kind === 'eligibility' ? t(batch.eligibility, { count }) : t(batch.kind, { count, tag: batch.tag })
}

/** What undoes it; null when there is nothing to undo. */
export function undoOf(batch: ScreeningBatch | null): string | null {
  return batch === null || batch.count === 0 || batch.undone ? null : batch.batchId
}

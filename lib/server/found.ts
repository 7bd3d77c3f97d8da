import { isRefusal } from '#lib/server/refusal.ts'

/** What was asked for, or null when it does not exist for whoever asks; any other refusal is thrown on. */
export async function foundOrNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer
  } catch (error) {
    if (isRefusal(error) && error.code === 'not-found') return null
    throw error
  }
}

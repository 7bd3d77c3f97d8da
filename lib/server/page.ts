import { notFound } from 'next/navigation'
import { isRefusal } from '#lib/server/refusal.ts'

/** What a page shows of a question: its answer, or the 404 page when there is nothing there. Other refusals are thrown on. */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (isRefusal(error) && error.code === 'not-found') notFound()
    throw error
  }
}

/** The same for a page that has something else to say when there is nothing there. */
export async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer
  } catch (error) {
    if (isRefusal(error) && error.code === 'not-found') return null
    throw error
  }
}

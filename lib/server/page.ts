import { notFound } from 'next/navigation'
import { signedInCaller } from '#lib/server/actor.ts'
import { isRefusal } from '#lib/server/refusal.ts'

/** What a page shows of a question: its answer, the 404 page when there is nothing there, or the way to sign in and back. Other refusals are thrown on. */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (isRefusal(error) && error.code === 'not-found') notFound()
    if (isRefusal(error) && error.code === 'unauthenticated') await signedInCaller()
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

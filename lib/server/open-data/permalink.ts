import { env } from '#lib/env.ts'

/** The lasting address of something public, without language: the portal sends each reader to theirs. */
export function permalink(path: string): string {
  return `${env().PORTAL_URL}${path}`
}

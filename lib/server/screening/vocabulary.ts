import { asc, desc, eq } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { challenge } from '#db/schema/call.ts'
import { formVersion } from '#db/schema/form.ts'
import { rupture, ruptureVersion } from '#db/schema/rupture.ts'
import { tag } from '#db/schema/screening.ts'
import { tabledQuestions } from '#lib/domain/screening.ts'
import type { Known } from '#lib/domain/screening-view.ts'
import { z } from 'zod'

/** The call of an address: anything that cannot be a name names nothing. */
export const askedCall = z.object({ slug: z.string().max(120).catch('') })

/** What a call's applications can be told apart by: challenges, ruptures in all versions, tags, own questions as last published. Four statements. */
export async function readVocabulary(read: Reader, callId: string) {
  const [challenges, versions, tags, forms] = await Promise.all([
    read.select({ id: challenge.id, slug: challenge.slug, title: challenge.title }).from(challenge).where(eq(challenge.callId, callId)).orderBy(asc(challenge.position)),
    read
      .select({ id: ruptureVersion.id, slug: rupture.slug, title: ruptureVersion.title, position: rupture.position })
      .from(ruptureVersion)
      .innerJoin(rupture, eq(rupture.id, ruptureVersion.ruptureId))
      .orderBy(asc(rupture.position), desc(ruptureVersion.version)),
    read.select({ id: tag.id, name: tag.name }).from(tag).where(eq(tag.callId, callId)).orderBy(asc(tag.name)),
    read.select({ questions: formVersion.questions }).from(formVersion).where(eq(formVersion.callId, callId)).orderBy(asc(formVersion.version)),
  ])
  const ruptures = versions.filter(({ slug }, index) => versions[index - 1]?.slug !== slug)
  // A question asked in several versions of the form is the one it was last.
  const questions = [...new Map(forms.flatMap((form) => form.questions).map((asked) => [asked.id, asked])).values()]
  return { challenges, versions, ruptures, tags, questions: tabledQuestions(questions) }
}
export type Vocabulary = Awaited<ReturnType<typeof readVocabulary>>

/** The same as the grammar of views takes it. */
export function knownValues({ challenges, ruptures, tags, questions }: Vocabulary): Known {
  return { challenges: challenges.map(({ slug }) => slug), ruptures: ruptures.map(({ slug }) => slug), tags: tags.map(({ id }) => id), questions }
}

import { asc, desc, eq } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { challenge } from '#db/schema/call.ts'
import { formVersion } from '#db/schema/form.ts'
import { formQuestions } from '#lib/server/draft/form-questions.ts'

/** What a call asks, in its form as last published, and the challenges one chooses from. */
export async function loadForm(read: Reader, callId: string) {
  const [form] = await read.select({ id: formVersion.id, version: formVersion.version }).from(formVersion).where(eq(formVersion.callId, callId)).orderBy(desc(formVersion.version)).limit(1)
  const challenges = await read
    .select({ id: challenge.id, slug: challenge.slug, title: challenge.title, description: challenge.description })
    .from(challenge)
    .where(eq(challenge.callId, callId))
    .orderBy(asc(challenge.position))
  return { form: { version: form?.version ?? 0, questions: await formQuestions(read, form?.id ?? null) }, challenges }
}

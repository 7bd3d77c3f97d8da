import type { Reader } from '#db/client.ts'
import { instance } from '#db/schema/instance.ts'

/** The row that says what this portal is, or null before its first start. */
export async function readInstance(read: Reader): Promise<{ demonstration: boolean; mailboxIsOpen: boolean } | null> {
  const [row] = await read.select({ demonstration: instance.demonstration, mailboxIsOpen: instance.mailboxIsOpen }).from(instance)
  return row ?? null
}

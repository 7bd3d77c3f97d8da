import postgres from 'postgres'

/** What pages and row policies need to know of the environment, written where they can read it. */
export async function recordInstance(adminUrl: string, { demonstration, mailboxIsOpen }: { demonstration: boolean; mailboxIsOpen: boolean }): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} })
  try {
    await sql`set role portal_owner`
    await sql`
      insert into instance (id, demonstration, mailbox_is_open) values (1, ${demonstration}, ${mailboxIsOpen})
      on conflict (id) do update set demonstration = excluded.demonstration, mailbox_is_open = excluded.mailbox_is_open
      where (instance.demonstration, instance.mailbox_is_open) is distinct from (excluded.demonstration, excluded.mailbox_is_open)`
  } finally {
    await sql.end()
  }
}

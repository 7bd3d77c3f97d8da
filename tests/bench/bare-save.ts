import postgres, { type Sql } from 'postgres'

/** The yardstick: one upsert of what was sent, on as many connections as the portal, without asking who sent it. `PORTAL_BENCH_DATABASE` is where. */
let pool: Sql | undefined
const sql = () => (pool ??= postgres(process.env.PORTAL_BENCH_DATABASE as string, { max: 20, onnotice: () => {} }))

type Sent = { id: string; fields: Record<string, string> }

/** The same upsert for a bare Node server and a bare route handler. */
export async function upsert({ id, fields }: Sent): Promise<{ version: number; savedAt: string }> {
  const [row] = await sql()<{ version: number; savedAt: string }[]>`
    insert into bare_draft (id, version, saved_at, fields) values (${id}, 1, now(), ${JSON.stringify(fields)}::text::jsonb)
    on conflict (id) do update set version = bare_draft.version + 1, saved_at = now(), fields = bare_draft.fields || excluded.fields
    returning version, saved_at as "savedAt"`
  return row as { version: number; savedAt: string }
}

export async function PUT(request: Request): Promise<Response> {
  return Response.json(await upsert((await request.json()) as Sent))
}

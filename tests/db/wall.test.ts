import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { admin, asRole } from '#tests/db/database.ts'

/** The wall itself: what must be true of every table, those of tomorrow included. */
describe('the wall', () => {
  it('has row security on every table', async () => {
    const open = await admin<{ name: string }[]>`
      select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relrowsecurity order by 1`
    expect(open.map(({ name }) => name)).toEqual([])
  })

  it('has a policy for each deed a role was granted on a table', async () => {
    const bare = await admin<{ grant: string }[]>`
      select distinct role || ' ' || privilege || ' ' || t.relname as grant
      from pg_class t, unnest(array['portal_app', 'portal_auth', 'portal_worker']) role, unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE']) privilege
      where t.relnamespace = 'public'::regnamespace and t.relkind = 'r'
        and (has_table_privilege(role, t.oid, privilege) or (privilege <> 'DELETE' and has_any_column_privilege(role, t.oid, privilege)))
        and not exists (
          select from pg_policy p where p.polrelid = t.oid and p.polroles @> array[role::regrole::oid]
            and p.polcmd in ('*', case privilege when 'SELECT' then 'r' when 'INSERT' then 'a' when 'UPDATE' then 'w' else 'd' end)) order by 1`
    expect(bare.map(({ grant }) => grant)).toEqual([])
  })

  // Rights on a database do not travel with a copy of it: they are looked up on the one that was migrated.
  const migrated = new URL(inject('templateUrl')).pathname.slice(1)

  it('is climbed by no role: none owns a table, bypasses security, creates things or becomes another', async () => {
    const roles = await admin<{ name: string }[]>`
      select rolname as name from pg_roles where rolname in ('portal_app', 'portal_auth', 'portal_worker')
        and not (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
        and not exists (select from pg_auth_members where member = pg_roles.oid)
        and not exists (select from pg_class where relowner = pg_roles.oid and relnamespace = 'public'::regnamespace)
        and not has_schema_privilege(oid, 'public', 'create') and not has_database_privilege(oid, ${migrated}, 'temporary') order by 1`
    expect(roles.map(({ name }) => name)).toEqual(['portal_app', 'portal_auth', 'portal_worker'])
  })

  it('gives nothing to whoever has no role', async () => {
    const given = await admin`
      select table_name, privilege_type from information_schema.role_table_grants where table_schema = 'public' and grantee = 'PUBLIC'`
    expect([...given]).toEqual([])
  })

  it('shows to no role the views of its own helpers', async () => {
    const shown = await admin<{ name: string }[]>`
      select role || ' ' || c.relname as name from pg_class c, unnest(array['portal_app', 'portal_auth', 'portal_worker']) role
      where c.relnamespace = 'portal'::regnamespace and c.relkind in ('v', 'm') and has_any_column_privilege(role, c.oid, 'SELECT')`
    expect(shown.map(({ name }) => name)).toEqual([])
  })

  it('lets no helper that sees past it be changed by its search path', async () => {
    const loose = await admin<{ name: string }[]>`
      select p.proname as name from pg_proc p where p.pronamespace = 'portal'::regnamespace and p.prosecdef
        and not exists (select from unnest(p.proconfig) setting where setting like 'search_path=%') order by 1`
    expect(loose.map(({ name }) => name)).toEqual([])
  })
})

describe('history', () => {
  it.each(['audit_entry', 'audit_seal', 'rupture_version', 'estimate'])('%s is never changed, even by the administrator of the database', async (table) => {
    await expect(admin.unsafe(`delete from ${table}`)).rejects.toMatchObject({ code: '42501' })
    await expect(admin.unsafe(`truncate ${table} cascade`)).rejects.toMatchObject({ code: '42501' })
  })

  describe('an audit entry', () => {
    const app = asRole('portal_app')
    beforeAll(() => app`select 1`)
    afterAll(() => app.end())

    it('cannot be written in another’s name', async () => {
      await expect(app`insert into audit_entry (actor_id, deed) values (${crypto.randomUUID()}, 'x.y')`).rejects.toMatchObject({ code: '42501' })
    })

    it('cannot be written for another moment', async () => {
      await expect(app`insert into audit_entry (deed, at) values ('x.y', now() - interval '1 day')`).rejects.toMatchObject({ code: '42501' })
    })
  })
})

import { beforeAll, expect, test } from 'vitest'
import { signInAsPersona } from '#lib/server/demonstration/personas.ts'
import { visitor } from '#lib/server/opening.ts'
import { becomeFirstAdministrator } from '#lib/server/sign-in/first-administrator.ts'
import { firstAdministratorLink } from '#lib/server/sign-in/first-administrator-link.ts'
import { admin, asRole } from '#tests/db/database.ts'

beforeAll(async () => {
  // Past the trigger that keeps an administrator: the portal as it is before its first one.
  await admin.begin(async (sql) => {
    await sql`set local session_replication_role = replica`
    await sql`update person set administrator = false`
  })
})

test('the console names the first administrator by a link that works once and replaces earlier ones', async () => {
  const earlier = (await firstAdministratorLink())?.split('/').at(-1) ?? ''
  const link = await firstAdministratorLink()
  expect(link).toMatch(/^http:\/\/portal\.test\/fr\/sign-in\/first-administrator\/[\w-]{43}$/)
  const form = { email: 'first@portal.example', name: 'First', locale: 'en' } as const
  expect(await becomeFirstAdministrator(visitor, { token: earlier, ...form })).toEqual({ outcome: 'unusable' })
  const token = link?.split('/').at(-1) ?? ''
  const outcomes = await Promise.all(Array.from({ length: 5 }, (_, index) => becomeFirstAdministrator(visitor, { token, ...form, email: `first-${index}@portal.example` })))
  expect(outcomes.filter(({ outcome }) => outcome === 'signed-in')).toHaveLength(1)
  expect(await firstAdministratorLink()).toBeNull()
  expect(await admin`select name from person where administrator`).toHaveLength(1)
})

test('the wall lets sign-in make no second administrator', async () => {
  const auth = asRole('portal_auth')
  await expect(auth`insert into person (email, administrator) values ('second@portal.example', true)`).rejects.toMatchObject({ code: '42501' })
  await expect(auth`update person set administrator = true where email = 'founder@demonstration.example'`).rejects.toMatchObject({ code: '42501' })
  await auth.end()
})

test('personas exist in the demonstration only', async () => {
  expect(await signInAsPersona(visitor, { persona: 'founder' })).toMatchObject({ locale: 'fr', token: expect.stringMatching(/^[\w-]{43}$/) })
  await admin`update instance set demonstration = false`
  await expect(signInAsPersona(visitor, { persona: 'founder' })).rejects.toMatchObject({ code: 'not-found' })
})

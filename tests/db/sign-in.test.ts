import { beforeEach, describe, expect, test } from 'vitest'
import type { Caller } from '#lib/server/opening.ts'
import { visitor } from '#lib/server/opening.ts'
import { redeemCode } from '#lib/server/sign-in/redeem-code.ts'
import { redeemLink } from '#lib/server/sign-in/redeem-link.ts'
import { requestSignIn } from '#lib/server/sign-in/request-sign-in.ts'
import { hashOfToken } from '#lib/server/sign-in/secret.ts'
import { prolongSession, resumeSession, signOut } from '#lib/server/sign-in/session.ts'
import { admin } from '#tests/db/database.ts'

const from = (address: string): Caller => ({ personId: null, address })
let number = 0
const newAddress = () => `person-${(number += 1)}@sign-in.example`

async function ask(email: string, caller: Caller = visitor, returnTo?: string) {
  await requestSignIn(caller, { email, locale: 'fr', returnTo })
  const [mail] = await admin<{ text: string }[]>`select text from mail where recipient = ${email} order by id desc limit 1`
  return { token: /sign-in\/link\/(\S+)/.exec(mail?.text ?? '')?.[1] ?? '', code: /: (\d{6})/.exec(mail?.text ?? '')?.[1] ?? '' }
}

const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

async function enter(email: string): Promise<string> {
  const { token } = await ask(email)
  const admission = await redeemLink(visitor, { token })
  if (admission.outcome !== 'signed-in') throw new Error(admission.outcome)
  return admission.token
}

beforeEach(async () => {
  await admin`truncate rate_limit`
})

describe('a link', () => {
  test('signs in once, and keeps neither itself nor the session readable', async () => {
    const email = newAddress()
    const { token } = await ask(email, visitor, '/fr/organisations')
    const first = await redeemLink({ ...visitor, agent: 'Browser' }, { token })
    expect(first).toMatchObject({ outcome: 'signed-in', locale: 'fr', returnTo: '/fr/organisations' })
    expect(await redeemLink(visitor, { token })).toEqual({ outcome: 'unusable' })
    const [person] = await admin`select id, email, administrator, locale from person where email = ${email}`
    expect(person).toMatchObject({ email, administrator: false, locale: 'fr' })
    const sessions = await admin`select user_agent, encode(token_hash, 'base64') as hash from session where person_id = ${person?.id}`
    expect(sessions).toHaveLength(1)
    expect(sessions[0]?.user_agent).toBe('Browser')
    const [everything] = await admin`select string_agg(r::text, ' ') as text from sign_in_request r`
    expect(everything?.text).not.toContain(token)
  })

  test('opened by twenty at once lets exactly one in', async () => {
    const email = newAddress()
    const { token } = await ask(email)
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => redeemLink(visitor, { token })))
    expect(outcomes.filter(({ outcome }) => outcome === 'signed-in')).toHaveLength(1)
    expect(outcomes.filter(({ outcome }) => outcome === 'unusable')).toHaveLength(19)
    const [row] = await admin`select count(*)::int as sessions from session join person on person.id = person_id where email = ${email}`
    expect(row?.sessions).toBe(1)
  })

  test('is good for fifteen minutes of the database, not a second more', async () => {
    const { token } = await ask(newAddress())
    const [row] = await admin`select extract(epoch from expires_at - created_at)::int as seconds from sign_in_request order by id desc limit 1`
    expect(row?.seconds).toBe(900)
    await admin`update sign_in_request set expires_at = now() - interval '1 millisecond' where id = (select id from sign_in_request order by id desc limit 1)`
    expect(await redeemLink(visitor, { token })).toEqual({ outcome: 'unusable' })
  })

  test('leads nowhere but to the portal', async () => {
    const { token } = await ask(newAddress(), visitor, '//evil.example')
    expect(await redeemLink(visitor, { token })).toMatchObject({ outcome: 'signed-in', returnTo: null })
  })

  test('does not open a closed account', async () => {
    const email = newAddress()
    await enter(email)
    await admin`update person set disabled_at = now() where email = ${email}`
    const { token } = await ask(email)
    expect(await redeemLink(visitor, { token })).toEqual({ outcome: 'disabled' })
  })
})

describe('a code', () => {
  test('signs in at the address it was sent to, as people type it, once', async () => {
    const email = newAddress()
    const { code, token } = await ask(email)
    const other = newAddress()
    await ask(other)
    expect(await redeemCode(visitor, { email: other, code })).toEqual({ outcome: 'unusable' })
    expect(await redeemCode(visitor, { email, code: `${code.slice(0, 3)} ${code.slice(3)}` })).toMatchObject({ outcome: 'signed-in' })
    expect(await redeemCode(visitor, { email, code })).toEqual({ outcome: 'unusable' })
    expect(await redeemLink(visitor, { token })).toEqual({ outcome: 'unusable' })
  })

  test('is spent after five wrong ones, while the link still works', async () => {
    const email = newAddress()
    const { code, token } = await ask(email)
    for (let tries = 0; tries < 5; tries += 1) expect(await redeemCode(visitor, { email, code: wrong(code) })).toEqual({ outcome: 'unusable' })
    expect(await redeemCode(visitor, { email, code })).toEqual({ outcome: 'unusable' })
    expect(await redeemLink(visitor, { token })).toMatchObject({ outcome: 'signed-in' })
  })

  test('guessed by many at once is still counted', async () => {
    const email = newAddress()
    const { code } = await ask(email)
    const guesses = await Promise.allSettled(Array.from({ length: 60 }, (_, index) => redeemCode(from(`192.0.2.${index}`), { email, code: wrong(code) })))
    expect(guesses.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
    expect(await redeemCode(visitor, { email, code }).catch(({ code: refusal }: { code: string }) => refusal)).toBe('too-many')
  })
})

describe('who has an account', () => {
  test('cannot be told from the answer, the mail or what is written', async () => {
    const known = newAddress()
    await enter(known)
    const unknown = newAddress()
    const [a, b] = [await requestSignIn(visitor, { email: known, locale: 'fr' }), await requestSignIn(visitor, { email: unknown, locale: 'fr' })]
    expect(JSON.stringify(a)).toBe(JSON.stringify(b))
    const mails = await admin`select recipient, kind, subject, regexp_replace(regexp_replace(text, 'link/\\S+', ''), '\\d{6}', '') as text, person_id from mail where recipient in (${known}, ${unknown}) order by id desc limit 2`
    expect({ ...mails[0], recipient: '' }).toEqual({ ...mails[1], recipient: '' })
    const entries = await admin`select deed, actor_id, subject, detail from audit_entry where deed = 'sign-in.request' order by id desc limit 2`
    expect(entries[0]).toEqual(entries[1])
  })
})

describe('limits', () => {
  test('stop the sixth request for one address within a quarter of an hour, wherever it comes from', async () => {
    const email = newAddress()
    for (let tries = 0; tries < 5; tries += 1) await requestSignIn(from(`198.51.100.${tries}`), { email, locale: 'fr' })
    const refusal = await requestSignIn(from('203.0.113.9'), { email, locale: 'fr' }).catch((error: unknown) => error as { code: string; retryAfter: number })
    expect(refusal).toMatchObject({ code: 'too-many' })
    expect((refusal as { retryAfter: number }).retryAfter).toBeGreaterThan(0)
    expect((refusal as { retryAfter: number }).retryAfter).toBeLessThanOrEqual(900)
    const [row] = await admin`select count(*)::int as mails from mail where recipient = ${email}`
    expect(row?.mails).toBe(5)
  })

  test('let two hundred people behind one address sign in', async () => {
    const caller = from('203.0.113.200')
    const people = Array.from({ length: 200 }, newAddress)
    for (const email of people) {
      const { token } = await ask(email, caller)
      expect((await redeemLink(caller, { token })).outcome).toBe('signed-in')
    }
  })

  test('stop wrong codes from one network by the twentieth, over any number of accounts', async () => {
    const codes: string[] = []
    for (let tries = 0; tries < 19; tries += 1) {
      const outcome = await redeemCode(from('203.0.113.77'), { email: newAddress(), code: '000000' }).catch(({ code }: { code: string }) => code)
      codes.push(typeof outcome === 'string' ? outcome : outcome.outcome)
    }
    expect(codes).toEqual([...Array.from({ length: 18 }, () => 'unusable'), 'too-many'])
  })
})

describe('a session', () => {
  const resume = (token: string) => resumeSession({ personId: null, session: hashOfToken(token) }, {})

  test('is known by its cookie, and is over for a disabled person at once', async () => {
    const email = newAddress()
    const token = await enter(email)
    const [row] = await admin`select session.id, person_id from session join person on person.id = person_id where email = ${email}`
    expect(await resume(token)).toMatchObject({ id: row?.id, ageing: false, person: { id: row?.person_id, email } })
    expect(await resume(`${token}x`)).toBeNull()
    await admin`update person set disabled_at = now() where email = ${email}`
    expect(await resume(token)).toBeNull()
  })

  test('asks to be prolonged once an hour', async () => {
    const token = await enter(newAddress())
    const used = (ago: string) => admin`update session set seen_at = now() - ${ago}::interval where id = (select id from session order by id desc limit 1)`
    await used('59 minutes')
    expect(await resume(token)).toMatchObject({ ageing: false })
    await used('61 minutes')
    expect(await resume(token)).toMatchObject({ ageing: true })
    await prolongSession(visitor, { token })
    expect(await resume(token)).toMatchObject({ ageing: false })
  })

  test('ends when signed out, when unused for a fortnight, and after ninety days whatever happens', async () => {
    const token = await enter(newAddress())
    const days = async () => (await admin`select round(extract(epoch from expires_at - now()) / 86400)::int as days from session order by id desc limit 1`)[0]?.days
    const age = (text: string) => admin`update session set created_at = now() - ${text}::interval where id = (select id from session order by id desc limit 1)`
    expect(await days()).toBe(14)
    await age('80 days')
    await prolongSession(visitor, { token })
    expect(await days()).toBe(10)
    await admin`update session set expires_at = now() - interval '1 second' where id = (select id from session order by id desc limit 1)`
    expect(await resume(token)).toBeNull()
    const other = await enter(newAddress())
    await signOut(visitor, { token: other })
    expect(await resume(other)).toBeNull()
  })

  test('that cannot be read is not the same as none', async () => {
    const token = await enter(newAddress())
    await admin`alter function portal.begin(uuid, bytea, double precision) rename to begin_elsewhere`
    const answer = await resume(token).catch((error: Error) => error.constructor.name)
    await admin`alter function portal.begin_elsewhere(uuid, bytea, double precision) rename to begin`
    expect(answer).toBe('PostgresError')
  })
})

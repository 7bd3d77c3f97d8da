import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { createTransport, type Transporter } from 'nodemailer'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { requestSignIn } from '#lib/server/sign-in/request-sign-in.ts'
import { writeCalendar } from '#lib/server/document/calendar-file.ts'
import { deliverMails, type Post } from '#lib/worker/deliver-mails.ts'
import { purge } from '#lib/worker/purge.ts'
import { admin } from '#tests/db/database.ts'

type Received = { recipients: string[]; text: string; messageId: string | undefined }
let received: Received[] = []
/** What the server does once it has the whole mail: `accept`, `refuse`, or `die` before saying that it has it. */
let after: 'accept' | 'refuse' | 'die' = 'accept'
let server: SMTPServer
const sockets = new Set<Socket>()
let transporter: Transporter
let post: Post

beforeEach(async () => {
  await admin`delete from mail`
  await admin`truncate rate_limit`
  received = []
  after = 'accept'
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 200,
    onData(stream, session, callback) {
      let text = ''
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
      stream.on('end', () => {
        received.push({ recipients: session.envelope.rcptTo.map(({ address }) => address), text, messageId: /^message-id: (.+)$/im.exec(text)?.[1] })
        if (after === 'die') for (const socket of sockets) socket.destroy()
        else callback(after === 'refuse' ? new Error('mailbox full') : null)
      })
    },
  })
  server.on('error', () => {})
  const listening = server.listen(0, '127.0.0.1')
  listening.on('connection', (socket) => sockets.add(socket))
  await once(listening, 'listening')
  transporter = createTransport({ host: '127.0.0.1', port: (listening.address() as AddressInfo).port, secure: false })
  post = { transporter, from: 'Passerelle <portal@portal.test>', host: 'portal.test' }
})

afterEach(async () => {
  transporter.close()
  await new Promise<void>((resolve) => server.close(resolve))
})

const ask = (email: string) => requestSignIn({ personId: null }, { email, locale: 'en' })
const row = async () => (await admin`select id, tries, sent_at, last_error, text, next_try_at > now() as later from mail`)[0]
const due = () => admin`update mail set next_try_at = now() where sent_at is null`

test('a mail leaves once, to its stored address alone, and its link is forgotten', async () => {
  await ask('ana@post.test')
  expect(await deliverMails(post)).toBe(1)
  expect(await deliverMails(post)).toBe(0)
  expect(received).toHaveLength(1)
  expect(received[0]?.recipients).toEqual(['ana@post.test'])
  const mail = await row()
  expect(mail).toMatchObject({ tries: 1, text: '', last_error: null })
  expect(received[0]?.messageId).toBe(`<${mail?.id}@portal.test>`)
  expect(received[0]?.text).toMatch(/^To: ana@post\.test\r$/m)
  expect(received[0]?.text).toMatch(/^Auto-Submitted: auto-generated\r$/m)
})

test('an invitation goes with its mail as agendas expect one, saying what it asks', async () => {
  const calendar = writeCalendar({ locale: 'fr', method: 'CANCEL', name: 'Mentorat', url: 'https://portal.test/a', events: [{ uid: 'a@portal.test', sequence: 2, changedAt: new Date(), start: new Date(), title: 'Séance', url: 'https://portal.test/a', cancelled: true, place: 'Lyon', invitation: { organizer: 'portal@portal.test', attendee: 'ana@post.test' } }] })
  await admin`insert into mail ${admin({ recipient: 'ana@post.test', kind: 'sessionCancelled', locale: 'fr', subject: 'Une séance', text: 'Bonjour', calendar })}`
  expect(await deliverMails(post)).toBe(1)
  const text = received[0]?.text ?? ''
  expect(text).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=CANCEL/im)
  expect(text).toMatch(/^Content-Disposition: attachment; filename=invitation\.ics/im)
  const part = /^Content-Type: application\/ics[^]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)\r\n--/m.exec(text)?.[1] ?? ''
  expect(Buffer.from(part, 'base64').toString()).toBe(calendar)
  expect(text).toContain('Bonjour')
})

test('while the server is down nothing is lost, and the mail leaves when it is back', async () => {
  await ask('bea@post.test')
  const gone = createTransport({ host: '127.0.0.1', port: 1, secure: false })
  expect(await deliverMails({ ...post, transporter: gone })).toBe(0)
  expect(await row()).toMatchObject({ tries: 1, sent_at: null, later: true, last_error: expect.stringContaining('ECONNREFUSED') })
  expect(await deliverMails(post)).toBe(0)
  await due()
  expect(await deliverMails(post)).toBe(1)
  expect(received).toHaveLength(1)
})

test('a server that dies after taking the mail gets it again under the same Message-ID', async () => {
  await ask('cid@post.test')
  after = 'die'
  expect(await deliverMails(post)).toBe(0)
  expect(await row()).toMatchObject({ tries: 1, sent_at: null, later: true })
  after = 'accept'
  await due()
  expect(await deliverMails(post)).toBe(1)
  expect(received).toHaveLength(2)
  expect(new Set(received.map(({ messageId }) => messageId)).size).toBe(1)
})

test('a refusal is kept with its reason, waits longer each time, and ends', async () => {
  await ask('dov@post.test')
  after = 'refuse'
  const waits: number[] = []
  for (let tries = 0; tries < 15; tries += 1) {
    await due()
    await deliverMails(post)
    const [mail] = await admin`select round(extract(epoch from next_try_at - now()) / 60)::int as minutes from mail`
    waits.push(mail?.minutes)
  }
  expect(waits.slice(0, 10)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 360])
  expect(received).toHaveLength(14)
  expect(await row()).toMatchObject({ tries: 14, sent_at: null, last_error: expect.stringContaining('mailbox full') })
})

test('two workers share the work and send each mail once', async () => {
  for (let count = 0; count < 30; count += 1) await ask(`many-${count}@post.test`)
  const sent = await Promise.all([deliverMails(post), deliverMails(post), deliverMails(post)])
  expect(sent.reduce((sum, count) => sum + count, 0)).toBe(30)
  expect(received.map(({ recipients }) => recipients[0]).sort()).toEqual(Array.from({ length: 30 }, (_, count) => `many-${count}@post.test`).sort())
})

test('a mail past its time, or to an address that belongs to nobody, is not sent', async () => {
  await ask('eve@post.test')
  await admin`update mail set expires_at = now() - interval '1 second'`
  await ask('founder@demonstration.example')
  expect(await deliverMails(post)).toBe(0)
  expect(received).toEqual([])
})

test('what is not one plain address is never handed to the server', async () => {
  const addresses = ['a@evil.test,b@post.test', '"u"@post.test', 'u@post.test(x)evil', 'u@post.test\r\nBcc: x@evil.test', '<x@evil.test>', 'u@post.test;x@evil.test', 'g:x@evil.test,y@evil.test;', 'x@evil.test u@post.test', 'u＠post.test']
  for (const recipient of addresses) await admin`insert into mail (recipient, kind, locale, subject, text) values (${recipient}, 'signIn', 'fr', 'Hello', 'text')`
  expect(await deliverMails(post)).toBe(0)
  expect(received).toEqual([])
  const errors = await admin`select distinct last_error, tries from mail`
  expect(Array.from(errors)).toEqual([{ last_error: 'not an address', tries: 14 }])
})

test('a subject is one header, whatever is in it', async () => {
  await admin`insert into mail (recipient, kind, locale, subject, text) values ('gil@post.test', 'invitation', 'fr', ${'Hello\r\nBcc: x@evil.test\r\n\r\nBody'}, 'text')`
  expect(await deliverMails(post)).toBe(1)
  expect(received[0]?.recipients).toEqual(['gil@post.test'])
  const head = received[0]?.text.split('\r\n\r\n')[0] ?? ''
  expect(head).not.toMatch(/^bcc:/im)
  expect(head.match(/^subject:/gim)).toHaveLength(1)
  expect(received[0]?.text.split('\r\n\r\n')[1]?.trim()).toBe('text')
})

test('clean-up forgets addresses when they are of no more use', async () => {
  await ask('fay@post.test')
  await admin`update mail set created_at = now() - interval '31 days'`
  await admin`update sign_in_request set expires_at = now() - interval '2 days' where email = 'fay@post.test'`
  await purge()
  expect(await row()).toBeUndefined()
  expect(await admin`select 1 from sign_in_request where email = 'fay@post.test'`).toHaveLength(0)
})

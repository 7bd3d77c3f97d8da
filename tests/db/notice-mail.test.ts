import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { createTransport } from 'nodemailer'
import { SMTPServer } from 'smtp-server'
import { expect, it } from 'vitest'
import { deliverMails } from '#lib/worker/deliver-mails.ts'
import { tellNotices } from '#lib/worker/tell-notices.ts'
import { admin } from '#tests/db/database.ts'
import { makeFollowed } from '#tests/factories/followed.ts'

/** A thousand each time the suite runs, which takes seconds; 10,000 on demand, which takes minutes. */
const people = Number(process.env.PORTAL_TEST_MAILS ?? 1_000)

/** All are told at once through a mail server that fails, is down and is cut off while it says that it has one. */
it('loses no mail, and sends at most one of 10,000 twice', async () => {
  const made = await makeFollowed(admin)
  await admin`update check_in set submitted_at = now(), mood = 'on-track' where programme_id = ${made.id} and month <> 5`
  await admin`with told as (insert into person (email, name) select 'told-' || each || '@post.test', 'x' from generate_series(1, ${people}) each returning id),
    seated as (insert into membership (organisation_id, person_id, role) select ${made.people.owner.organisation.id}, id, 'member' from told)
    insert into notice_preference (person_id, choices, digest_day, digest_hour) select id, '{"check-in-due":"at-once"}', 1, 8 from told`
  await tellNotices()

  const received: { to: string; messageId: string }[] = []
  const sockets = new Set<Socket>()
  /** What befalls the server at the so-many-th mail: refuses some, has one and cannot say so. */
  const refused = (count: number) => count > people * 0.3 && count <= people * 0.35
  let [count, cut] = [0, false]
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], closeTimeout: 200,
    onData(stream, session, callback) {
      let text = ''
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
      stream.on('end', () => {
        count += 1
        if (refused(count)) return callback(new Error('try again later'))
        received.push({ to: session.envelope.rcptTo[0]?.address ?? '', messageId: /^message-id: (.+)$/im.exec(text)?.[1] ?? '' })
        if (count !== people * 0.6) return callback(null)
        cut = true
        for (const socket of sockets) socket.destroy()
      })
    },
  })
  server.on('error', () => {})
  const listening = server.listen(0, '127.0.0.1')
  listening.on('connection', (socket) => sockets.add(socket))
  await once(listening, 'listening')
  const transporter = createTransport({ host: '127.0.0.1', port: (listening.address() as AddressInfo).port, secure: false, pool: true, maxConnections: 2, maxMessages: Infinity })
  const post = { transporter, from: 'Passerelle <portal@portal.test>', host: 'portal.test' }
  const later = () => admin`update mail set next_try_at = now() where sent_at is null`
  // Nobody is at home at first: a hundred are tried in vain.
  const gone = createTransport({ host: '127.0.0.1', port: 1, secure: false })
  await admin`update mail set next_try_at = now() + interval '1 hour' where id not in (select id from mail where recipient like '%@post.test' order by id limit 100)`
  expect(await deliverMails({ ...post, transporter: gone })).toBe(0)
  await later()
  await deliverMails(post)
  expect(cut).toBe(true)
  await later()
  await deliverMails(post)
  transporter.close()
  await new Promise<void>((done) => server.close(done))

  const addresses = new Set(received.map(({ to }) => to))
  expect([addresses.size, received.length - addresses.size]).toEqual([people, 1])
  // What came twice is known by its identifier to be one.
  expect(new Set(received.map(({ messageId }) => messageId)).size).toBe(people)
  expect((await admin`select count(*)::int as left from mail where sent_at is null and recipient like '%@post.test'`)[0]?.left).toBe(0)
}, 300_000)

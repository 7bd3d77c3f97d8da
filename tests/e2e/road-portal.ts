import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect } from '@playwright/test'
import type { Sql } from 'postgres'
import { SMTPServer } from 'smtp-server'
import { freePort } from '#db/free-port.ts'
import { spawnPortal } from '#lib/launch/spawn-portal.ts'
import { database, databaseUrl, secret } from '#tests/e2e/portal.ts'

type Letter = { to: readonly string[]; text: string }
/** A mail server that keeps what it is given. */
export type Post = {
  url: string
  /** The latest address in somebody's mails that leads to such a place of the portal, once it has come. */
  link(to: string, place: string): Promise<string>
  /** How many of somebody's mails hold these words. */
  count(to: string, words: string): number
  stop(): Promise<void>
}

async function startPost(): Promise<Post> {
  const letters: Letter[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, { envelope }, callback) {
      let text = ''
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
      stream.on('end', () => {
        letters.push({ to: envelope.rcptTo.map(({ address }) => address), text: decoded(text) })
        callback(null)
      })
    },
  })
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const of = (to: string) => letters.filter((letter) => letter.to.includes(to))
  return {
    url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    count: (to, words) => of(to).filter(({ text }) => text.includes(words)).length,
    async link(to, place) {
      const found = () => of(to).flatMap(({ text }) => text.match(new RegExp(`https?://\\S+${place}\\S*`, 'g')) ?? []).at(-1)
      await expect.poll(found, { message: `no mail to ${to} leads to ${place}`, timeout: 30_000 }).toBeTruthy()
      return found() ?? ''
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** The words of a mail with one part, as they were written. */
function decoded(mail: string): string {
  const [head = '', ...rest] = mail.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  if (/^content-transfer-encoding: base64/im.test(head)) return Buffer.from(body, 'base64').toString('utf8')
  if (!/^content-transfer-encoding: quoted-printable/im.test(head)) return body
  const bytes = body.replaceAll('=\r\n', '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

/** A portal nobody has used: no demonstration, an empty database beside the run's, mails sent by SMTP. */
export type NewPortal = { address: string; sql: Sql; post: Post; /** What its console prints for whoever comes first. */ firstLink: string; stop(): Promise<void> }
export async function startNewPortal(): Promise<NewPortal> {
  const name = `road_${process.pid}`
  const server = database('postgres')
  await server`create database ${server(name)}`
  const [post, PORT] = [await startPost(), String(await freePort())]
  const drop = async () => {
    await post.stop()
    await server`drop database ${server(name)} with (force)`
    await server.end()
  }
  const settings = { PORT, PORTAL_URL: `http://127.0.0.1:${PORT}`, DATABASE_URL: databaseUrl(name), AUTH_SECRET: secret(), SMTP_URL: post.url, MAIL_FROM: 'Passerelle <portail@road.test>', OPERATOR_SIRET: '35600000000048' }
  const portal = await spawnPortal(settings).catch(async (error: unknown) => {
    await drop()
    throw error
  })
  const sql = database(name)
  return {
    address: portal.address, sql, post,
    firstLink: /become the first: (\S+)/.exec(portal.said)?.[1] ?? '',
    async stop() {
      await sql.end()
      await portal.stop()
      await drop()
    },
  }
}

import { createTransport } from 'nodemailer'
import { PgBoss } from 'pg-boss'
import { listen, urlOf } from '#db/client.ts'
import { env } from '#lib/env.ts'
import { deliverMails, type Post } from '#lib/worker/deliver-mails.ts'
import { deliverWebhooks } from '#lib/worker/deliver-webhooks.ts'
import { remindDrafts } from '#lib/worker/remind-drafts.ts'
import { forgetFiles } from '#lib/worker/forget-files.ts'
import { purge } from '#lib/worker/purge.ts'
import { scanFiles } from '#lib/worker/scan-files.ts'
import { sealAudit } from '#lib/worker/seal-audit.ts'
import { sweepFiles } from '#lib/worker/sweep-files.ts'
import { tellNotices } from '#lib/worker/tell-notices.ts'
import { writeDigests } from '#lib/worker/write-digests.ts'

/** Shorter than the minute after which an unconfirmed mail is tried again. */
const smtpPatience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

/**
 * Runs the portal's jobs until `stop`: mails as soon as they are written and again when a try failed, seals of the
 * journal each minute, notices to other tools, files that wait for the virus scanner too, reminders, notices and digests every ten minutes, clean-up each night.
 * Several workers share the work. `connect` must have been called.
 */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const boss = new PgBoss({ connectionString: urlOf('portal_worker'), schema: 'pgboss', createSchema: false, max: 2, application_name: 'portal_jobs' })
  boss.on('error', (error) => console.error('job:', error.message))
  await boss.start()
  const jobs: Job[] = [
    { name: 'audit-seal', cron: '* * * * *', run: sealAudit },
    { name: 'draft-remind', cron: '*/10 * * * *', run: remindDrafts },
    { name: 'notice-tell', cron: '*/10 * * * *', run: () => tellNotices() },
    { name: 'digest-write', cron: '2-59/10 * * * *', run: () => writeDigests() },
    { name: 'purge', cron: '17 3 * * *', run: purge },
    { name: 'file-forget', cron: '37 3 * * *', run: () => forgetFiles() },
    { name: 'file-sweep', cron: '47 3 * * *', run: () => sweepFiles() },
    { name: 'file-scan', cron: '* * * * *', run: () => scanFiles() },
  ]
  const tell = oneAtATime(() => deliverWebhooks())
  jobs.push({ name: 'webhook-deliver', cron: '* * * * *', run: tell })
  await listen('portal_webhook', () => void tell().catch((error: Error) => console.error('webhook:', error.message)))
  const post = openPost()
  if (post) {
    const deliver = oneAtATime(() => deliverMails(post))
    jobs.push({ name: 'mail-deliver', cron: '* * * * *', run: deliver })
    await listen('portal_mail', () => void deliver().catch((error: Error) => console.error('mail:', error.message)))
  }
  for (const job of jobs) await schedule(boss, job)
  // What came to wait while nobody was at work is told now, not in ten minutes.
  await boss.send('notice-tell')
  return {
    async stop() {
      await boss.stop({ graceful: true, timeout: 8_000 })
      post?.transporter.close()
    },
  }
}

type Job = { name: string; cron: string; run: () => Promise<unknown> }

async function schedule(boss: PgBoss, { name, cron, run }: Job): Promise<void> {
  await boss.createQueue(name, { policy: 'exclusive', retryLimit: 0, expireInSeconds: 600, deleteAfterSeconds: 3_600 })
  await boss.work(name, { pollingIntervalSeconds: 10 }, async () => {
    await run()
  })
  await boss.schedule(name, cron, null, { tz: 'Europe/Paris' })
}

/** No server, no delivery: the demonstration shows its mails on a page instead. */
function openPost(): (Post & { transporter: { close(): void } }) | null {
  const { SMTP_URL, MAIL_FROM, PORTAL_URL } = env()
  if (!SMTP_URL) return null
  const transporter = createTransport({ url: SMTP_URL, pool: true, maxConnections: 2, ...smtpPatience })
  return { transporter, from: MAIL_FROM, host: new URL(PORTAL_URL).hostname }
}

/** Called again while running, it runs once more afterwards: a mail written meanwhile is not forgotten. */
function oneAtATime(work: () => Promise<unknown>): () => Promise<void> {
  let running: Promise<void> | undefined
  let again = false
  const go = async () => {
    do {
      again = false
      await work()
    } while (again)
  }
  return () => {
    again = true
    running ??= go().finally(() => (running = undefined))
    return running
  }
}

import { expect, type APIRequestContext } from '@playwright/test'

/** Asks for a link and reads it in the demonstration's mailbox. The address must be used by one test only. */
export async function linkFor(request: APIRequestContext, base: string, email: string, locale: 'fr' | 'en' = 'fr'): Promise<{ link: string; token: string; code: string }> {
  const asked = await request.post('/api/v1/sign-in', { headers: { origin: base }, data: { email, locale } })
  expect(asked.status()).toBe(202)
  const list = await (await request.get('/fr/mailbox')).text()
  const row = list.split('<tr').find((text) => text.includes(email)) ?? ''
  const address = /href="(\/fr\/mailbox\/[0-9a-f-]+)"/.exec(row)?.[1] ?? ''
  const mail = await (await request.get(address)).text()
  const link = /href="([^"]+\/sign-in\/link\/([\w-]+))"/.exec(mail)
  return { link: link?.[1] ?? '', token: link?.[2] ?? '', code: /\b(\d{6})\b/.exec(mail.replace(link?.[0] ?? '', ''))?.[1] ?? '' }
}

/** An address nobody else uses. */
export function newAddress(): string {
  return `e2e-${crypto.randomUUID()}@journey.example`
}

import { test } from '@playwright/test'
import { expect } from '#tests/e2e/judging-desk.ts'
import { bringOrganisation, foundOperator, takeSeat } from '#tests/e2e/road-arrival.ts'
import { apply, openCall } from '#tests/e2e/road-call.ts'
import { setOut } from '#tests/e2e/road-desk.ts'
import { type NewPortal, startNewPortal } from '#tests/e2e/road-portal.ts'

/** The whole road, from a database with nothing in it but the référentiel to a result that anybody may read. */
let portal: NewPortal
test.use({ actionTimeout: 30_000 })
test.beforeEach(async () => {
  test.setTimeout(420_000)
  portal = await startNewPortal()
})
test.afterEach(() => portal.stop())

test('from an empty database to a published result', async ({ browser }) => {
  const road = await setOut(browser, portal)
  const { sql } = portal

  await test.step('nobody is there yet: the console’s link makes the first administrator, who founds the operator', async () => {
    expect(await sql`select count(*)::int as people from person`).toEqual([{ people: 0 }])
    await foundOperator(road)
    await Promise.all((['manager', 'other manager'] as const).map((who) => takeSeat(road, who)))
  })
  await test.step('partners and start-ups come by themselves', () => Promise.all((['hospital', 'foundation', 'mentor', 'founder', 'rival'] as const).map((who) => bringOrganisation(road, who))))
  await test.step('a manager makes a call from nothing and publishes it', () => openCall(road))
  const applicationId = await test.step('two start-ups apply, one of them on a phone', async () => (await Promise.all([apply(road, 'founder'), apply(road, 'rival')]))[0])
  expect(applicationId).toMatch(/^[0-9a-f-]{36}$/)
})

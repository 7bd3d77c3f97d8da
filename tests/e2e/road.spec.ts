import { test } from '@playwright/test'
import { expect } from '#tests/e2e/judging-desk.ts'
import { bringOrganisation, foundOperator, takeSeat } from '#tests/e2e/road-arrival.ts'
import { addDays, addMonths } from '#lib/domain/day.ts'
import { apply, openCall } from '#tests/e2e/road-call.ts'
import { decide, judge, passDeadline, screen, settleProgramme } from '#tests/e2e/road-choice.ts'
import { setOut } from '#tests/e2e/road-desk.ts'
import { type NewPortal, startNewPortal } from '#tests/e2e/road-portal.ts'
import { accompany, checkIn, findMentor, measure, settleMetric } from '#tests/e2e/road-programme.ts'
import { publish, readAgendas, readBoard, visit } from '#tests/e2e/road-results.ts'
import { monthsAgo } from '#tests/factories/programme.ts'

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
  const [founder, rival] = await test.step('two start-ups apply, one of them on a phone', () => Promise.all([apply(road, 'founder'), apply(road, 'rival')]))
  await test.step('the deadline passes, and both are found eligible', async () => {
    await passDeadline(road)
    await screen(road)
  })
  await test.step('two partners declare their links, score and are ranked', () => judge(road))

  // Its fifth month is over in five days, as the managers settle on screen.
  const startsOn = await monthsAgo(sql, 5, 5)
  await test.step('two managers release the decisions, and the laureate’s programme begins', async () => {
    await settleProgramme(road, startsOn, [0, 3, 5, 9])
    await decide(road, { founder, rival })
  })
  await test.step('a mentor checks again that no link stands, and accepts', () => findMentor(road, founder))
  await test.step('the laureate files a check-in on a phone, and the mentor answers', () => checkIn(road, founder))
  await test.step('a milestone is reached and accepted, a partner’s promise is not kept', () => accompany(road, founder, startsOn))
  const metricId = await test.step('a metric is shaped, agreed to by both sides, and amended', () => settleMetric(road, founder, startsOn))
  const period = { from: addMonths(startsOn, 2), to: addDays(addMonths(startsOn, 3), -1) }
  await test.step('it is measured, and verified by somebody else', () => measure(road, founder, metricId, period))
  await test.step('the board flags what it should', () => readBoard(road, startsOn))
  await test.step('two managers release the result', () => publish(road))
  await test.step('a visitor finds it from the map, and takes its figure away', () => visit(road, { metricId, startsOn, to: period.to }))
  await test.step('other programs read the agendas', () => readAgendas(road))
})

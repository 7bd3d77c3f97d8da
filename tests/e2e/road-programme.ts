import { addMonths } from '#lib/domain/day.ts'
import { control, saved, state } from '#tests/e2e/draft-desk.ts'
import { expect, send } from '#tests/e2e/judging-desk.ts'
import { homes, type Road, type Traveller, write } from '#tests/e2e/road-desk.ts'
import { promises } from '#tests/e2e/road-call.ts'

/** The laureate reaches the first milestone and a manager accepts it; a partner's promise to it is already past its day. */
export async function accompany({ pages, slug, go, say }: Road, programmeId: string, startsOn: string): Promise<void> {
  const { founder, manager } = pages
  const first = (page: typeof founder) => page.locator('li[id^=milestone-]').first()
  await go('founder', `/programmes/${programmeId}/milestones`)
  await first(founder).locator('summary').first().click()
  await first(founder).locator('[name=evidence]').fill('Lettre signée')
  await first(founder).locator('form[id^=finish-]').getByRole('button').click()
  await expect(first(founder)).toContainText(say('founder')('milestone.states.done'))
  await go('manager', `/programmes/${programmeId}/milestones`)
  await first(manager).locator('form[id^=accept-]').getByRole('button').click()
  await expect(first(manager)).toContainText(say('manager')('milestone.states.accepted'))
  await go('manager', `/manage/calls/${slug}/commitments`)
  await manager.locator('#record [name=organisationId]').selectOption({ label: homes.foundation.name })
  await manager.locator('#record [name=programmeId]').selectOption(programmeId)
  await write(manager, 'record', { title: 'Un terrain', amount: '1', unit: 'terrain', dueOn: addMonths(startsOn, 4) })
  await manager.locator('#record').getByRole('button').last().click()
  await expect(manager.locator('li', { hasText: 'Un terrain' }).first()).toBeVisible()
}

/** Somebody of a partner is asked to mentor, sees nothing before they have checked again that no link stands, and accepts. */
export async function findMentor({ pages, people, portal: { post }, go, say }: Road, programmeId: string): Promise<void> {
  const { manager, mentor } = pages
  await go('manager', `/manage/programmes/${programmeId}`)
  await manager.locator('#add-mentor [name=member]').selectOption({ label: say('manager')('mentor.managed.candidate', { name: people.mentor.name, organisation: homes.mentor.name }) })
  await send(manager, 'add-mentor', say('manager')('mentor.managed.states.named'), /saved=added/)
  await mentor.goto(await post.link(people.mentor.email, '/mentoring'))
  await expect(mentor.locator('#asked ~ *, section').first()).toContainText(homes.founder.name)
  expect((await mentor.request.get(`/en/programmes/${programmeId}`)).status()).toBe(404)
  for (const name of ['noLink', 'confidential']) await mentor.locator(`form[id^=accept-] [name=${name}]`).check()
  await mentor.locator('form[id^=accept-]').getByRole('button').click()
  await expect(mentor).toHaveURL(new RegExp(`/en/mentoring/programmes/${programmeId}$`))
}

/** The month's check-in, filed on a phone in French, and the mentor's answer in English. */
export async function checkIn({ pages, people, portal: { post }, go, say }: Road, programmeId: string): Promise<void> {
  const { founder, mentor } = pages
  await go('founder', `/programmes/${programmeId}`)
  await founder.getByRole('region', { name: say('founder')('programme.page.checkIns') }).getByRole('link', { name: say('founder')('check-in.title', { month: 5 }) }).click()
  await founder.locator('select[name^="progress."]').first().selectOption('nearly')
  await founder.getByRole('radio', { name: say('founder')('check-in.moods.on-track') }).check()
  await control(founder, 'blockers').fill('Le terrain tarde à signer.')
  await expect(state(founder)).toHaveText(saved.fr)
  expect(await founder.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await founder.getByRole('button', { name: say('founder')('check-in.submit') }).click()
  await expect(founder.getByText(say('founder')('check-in.noAnswer'))).toBeVisible()
  await mentor.goto(founder.url().replace('/fr/', '/en/'))
  await expect(mentor.locator('main')).toContainText('Le terrain tarde à signer.')
  await mentor.locator('#answer [name=text]').fill('Write to the head of department, with us in copy.')
  await mentor.locator('#answer').getByRole('button').click()
  await expect(mentor.locator('li').getByText('Write to the head of department')).toBeVisible()
  await founder.goto(await post.link(people.founder.email, '/check-ins/'))
  await founder.reload()
  await expect(founder.getByText('Write to the head of department, with us in copy.')).toBeVisible()
}

/** The promised metric is shaped, agreed to by both sides and so locked, then amended, with a reason. */
export async function settleMetric({ pages, go, say }: Road, programmeId: string, startsOn: string): Promise<string> {
  const { founder, manager } = pages
  const done = (who: 'founder' | 'manager', what: 'saved' | 'agreed' | 'locked' | 'amended') => expect(pages[who].locator('main .keep[role=status]')).toContainText(say(who)(`programme-metric.${what}`))
  const agree = (who: 'founder' | 'manager') => pages[who].locator('#agree-form').getByRole('button').click()
  await go('founder', `/programmes/${programmeId}/metrics`)
  await founder.getByRole('link', { name: promises.founder.indicator }).click()
  await expect(founder.locator('#agree-form')).toHaveCount(0)
  const metricId = founder.url().split('/').at(-1) ?? ''
  await go('founder', `/programmes/${programmeId}/metrics/${metricId}/edit`)
  await expect(founder.locator('#definition-form [name=unit]')).toHaveValue('jours')
  await write(founder, 'definition-form', { method: 'Jours entre la demande et le rendez-vous.', dataSource: 'Agenda du centre', baselineN: '80', baselineOn: startsOn, schedule: '3, 6, 9' })
  await founder.locator('#definition-form [name=comparator]').selectOption('before-after')
  await founder.locator('#definition-form > button[type=submit]').click()
  await done('founder', 'saved')
  await agree('founder')
  await done('founder', 'agreed')
  await go('manager', `/programmes/${programmeId}/metrics/${metricId}`)
  await agree('manager')
  await done('manager', 'locked')
  await go('manager', `/programmes/${programmeId}/metrics/${metricId}/edit`)
  await manager.getByLabel(say('manager')('programme-metric.amend.reason')).fill('Le centre a perdu un médecin.')
  await write(manager, 'definition-form', { target: '35' })
  await manager.locator('#definition-form > button[type=submit]').click()
  await expect(manager.getByText('Cible : de « 30 jours » à « 35 jours »')).toBeVisible()
  return metricId
}

/** A value over the third month, by the laureate; whoever did not enter it verifies it. */
export async function measure({ pages, go, say }: Road, programmeId: string, metricId: string, period: { from: string; to: string }): Promise<void> {
  const room = `/programmes/${programmeId}/metrics/${metricId}`
  const done = (who: Traveller, what: 'submitted' | 'verified') => expect(pages[who].locator('main .keep[role=status]')).toContainText(say(who)(`measurement.done.${what}`))
  await go('founder', room)
  await write(pages.founder, 'measurement-form', { periodStart: period.from, periodEnd: period.to, value: '40', n: '40', sd: '12' })
  await pages.founder.locator('#measurement-form > button[type=submit]').click()
  await done('founder', 'submitted')
  await expect(pages.founder.locator('form[id^=verify-]')).toHaveCount(0)
  await go('mentor', room)
  await pages.mentor.locator('form[id^=verify-]').getByRole('button').click()
  await done('mentor', 'verified')
  await expect(pages.mentor.locator('#standing ~ p').first()).toHaveText('40 jours (36.3 to 44), n = 40')
}

import { expect, send } from '#tests/e2e/judging-desk.ts'
import { homes, type Road, signIn, write } from '#tests/e2e/road-desk.ts'

/** Whoever holds the console's link becomes the administrator, makes the operator, and offers seats by mail to two managers. */
export async function foundOperator(road: Road): Promise<void> {
  const { people, pages, portal, go, say } = road
  const { admin } = pages
  await admin.goto(portal.firstLink)
  await write(admin, 'first', { name: people.admin.name, email: people.admin.email })
  await send(admin, 'first', say('admin')('account.admin.people.title'), /\/fr\/admin$/)
  await go('admin', '/organisations/new')
  await admin.locator('#new-organisation-kind').selectOption('operator')
  await write(admin, 'new-organisation', { name: 'Les Passeurs', domains: 'operateur.test' })
  await send(admin, 'new-organisation', 'Les Passeurs', /\/organisations\/[0-9a-f-]{36}$/)
  for (const who of ['manager', 'other manager'] as const) {
    await write(admin, 'send-invitation', { email: people[who].email })
    await admin.locator('#send-invitation-locale').selectOption(people[who].locale)
    await send(admin, 'send-invitation', say('admin')('organisation.show.invited'), /saved=invitation/)
    await expect(admin.locator('#pending-table')).toContainText(people[who].email)
  }
}

/** Somebody offered a seat opens it from the mail, and takes it once signed in. */
export async function takeSeat(road: Road, who: 'manager' | 'other manager'): Promise<void> {
  const { people, pages, portal: { post } } = road
  await signIn(road, who)
  await pages[who].goto(await post.link(people[who].email, '/invitations/'))
  await pages[who].locator('form[id^=accept-]').getByRole('button').click()
  await expect(pages[who].getByRole('heading', { level: 1 })).toHaveText('Les Passeurs')
}

/** Somebody comes by themself and brings their organisation. */
export async function bringOrganisation(road: Road, who: keyof typeof homes): Promise<void> {
  const { people, pages, go } = road
  const { name, kind } = homes[who]
  await signIn(road, who)
  await go(who, '/organisations/new')
  await pages[who].locator('#new-organisation-kind').selectOption(kind)
  await write(pages[who], 'new-organisation', { name, domains: people[who].email.split('@')[1] ?? '' })
  await pages[who].locator('#new-organisation > button[type=submit]').click()
  await expect(pages[who].getByRole('heading', { level: 1 })).toHaveText(name)
}

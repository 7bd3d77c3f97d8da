import { expect, test } from '@playwright/test'
import { actions, actionsOfBuild } from '#tests/access/actions.ts'
import { type Persona, routeOfFile } from '#tests/access/routes.ts'
import { makeWorld, removeWorld, type World } from '#tests/access/world.ts'
import { rowsOf } from '#tests/access/world-rows.ts'
import { address, ask, cookieOf, database } from '#tests/e2e/portal.ts'

/** Server actions called without their pages (threat T2): each is its own door, whatever page it stands on. */
const sql = database()
test.afterAll(() => sql.end())
const built = actionsOfBuild()

/** Calls an action as the framework's client would: the state before, and the form. */
async function call(name: string, { as, world, on, headers = { origin: address }, fields }: { as: Persona; world: World; on?: string; headers?: Record<string, string>; fields?: Record<string, string> }) {
  const { id = '', page = '' } = built.get(name) ?? {}
  const form = new FormData()
  for (const [field, value] of Object.entries(fields ?? actions[name]?.fields(world) ?? {})) form.append(`_1_${field}`, value)
  form.append('0', '[{"status":"new"},"$K1"]')
  const encoded = new Response(form)
  const answer = await ask(on ?? addressOf(page, world), {
    method: 'POST',
    headers: { ...cookieOf(world, as), ...headers, 'next-action': id, accept: 'text/x-component', 'content-type': encoded.headers.get('content-type') ?? '' },
    body: new Uint8Array(await encoded.arrayBuffer()),
  })
  return { ...answer, outcome: outcomeOf(answer) }
}

/** `done`, the code of a refusal, or the bare status of an answer that is neither. */
function outcomeOf({ status, headers, text }: { status: number; headers: Record<string, unknown>; text: string }): string {
  const refused = /"status":"refused","code":"([a-z-]+)"/.exec(text)?.[1]
  if (refused) return refused
  return headers['x-action-redirect'] !== undefined || text.includes('"status":"done"') ? 'done' : String(status)
}

/** The address of the page that carries an action, as `app/[locale]/(account)/organisations/[id]/page` names it. */
function addressOf(page: string, { organisations, invitation, signIn, preparing, rounds }: World): string {
  return routeOfFile(page).replace('[locale]', 'fr').replace('organisations/[id]', `organisations/${organisations.hospital}`).replace('calls/[slug]', `calls/${preparing.slug}`)
    .replace('invitations/[token]', `invitations/${invitation.token}`).replace('[token]', signIn.token)
    .replace('manage/rounds/[id]', `manage/rounds/${rounds.preparing.id}`).replace('scoring/rounds/[id]', `scoring/rounds/${rounds.declaring.id}`)
}

test('every action of the build is in the table, and nothing else', () => {
  expect(Object.keys(actions).sort()).toEqual([...built.keys()].sort())
})

for (const [name, { for: right, visitor, wrong, unfit, fields, expect: outcome = 'done' }] of Object.entries(actions)) {
  test(`${name} refuses whom it is not for, and changes nothing for them`, async () => {
    const world = await makeWorld(sql)
    const before = await rowsOf(sql, world)
    const refusals = [
      ...(visitor ? [{ as: 'visitor' as const, refusal: visitor }] : []),
      ...(wrong ? [{ as: wrong[0], refusal: wrong[1] }] : []),
    ]
    for (const { as, refusal } of refusals) {
      expect({ as, outcome: (await call(name, { as, world })).outcome }).toEqual({ as, outcome: refusal })
      for (const on of ['/fr', '/en/about', '/fr/sign-in', '/fr/none/such']) expect({ as, on, outcome: (await call(name, { as, world, on })).outcome }).not.toEqual({ as, on, outcome: 'done' })
    }
    for (const origin of ['https://evil.example', 'null']) expect((await call(name, { as: right, world, headers: { origin } })).status).toBe(403)
    expect((await call(name, { as: right, world, headers: {} })).status).toBe(403)
    expect((await call(name, { as: right, world, headers: { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' } })).status).toBe(403)
    expect(await rowsOf(sql, world)).toEqual(before)
    if (unfit) expect((await call(name, { as: right, world, fields: { ...fields(world), ...unfit[0] } })).outcome).toBe(unfit[1])
    const done = await call(name, { as: right, world })
    expect(done.outcome).toBe(unfit && Object.keys(unfit[0]).length === 0 ? unfit[1] : outcome)
    await removeWorld(sql, world)
  })
}

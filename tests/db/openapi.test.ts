import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { routeOfFile } from '#tests/access/routes.ts'
import { doors } from '#lib/server/open-data/doors.ts'
import { openApiDocument } from '#lib/server/open-data/openapi.ts'
import { resources } from '#lib/server/open-data/resources.ts'
import { unknownAddress } from '#lib/server/unknown-address.ts'

type Operation = { operationId: string; responses: Record<string, unknown>; requestBody?: unknown; security?: unknown[] }

const contract = JSON.parse(JSON.stringify(openApiDocument())) as {
  openapi: string
  info: { license: unknown }
  servers: unknown
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown> }
}
const operations = Object.values(contract.paths).flatMap((path) => Object.values(path))

describe('the OpenAPI document', () => {
  it('names every address of the interface, and none that does not exist', () => {
    const onDisk = globSync('app/api/v1/**/route.ts').map((file) => routeOfFile(file).replaceAll(/\[(\w+)\]/g, '{$1}'))
    expect([...Object.keys(resources), ...Object.keys(doors)].sort()).toEqual(onDisk.sort())
    expect(Object.keys(contract.paths).filter((path) => path.startsWith('/api/v1/')).sort()).toEqual(onDisk.sort())
  })

  it.each(Object.entries(doors))('%s answers the methods described, and no other', async (path, door) => {
    const handlers = Object.entries((await import(resolve(`app${path.replaceAll(/\{(\w+)\}/g, '[$1]')}/route.ts`))) as Record<string, unknown>)
    const answered = handlers.filter(([name, handler]) => /^[A-Z]+$/.test(name) && handler !== unknownAddress).map(([name]) => name)
    expect(answered.sort()).toEqual(Object.keys(door).map((method) => method.toUpperCase()).sort())
  })

  it('is OpenAPI 3.1 under the open licence', () => {
    expect(contract).toMatchObject({ openapi: '3.1.0', info: { license: { identifier: 'etalab-2.0' } }, servers: [{ url: 'http://portal.test' }] })
  })

  it('refers only to shapes it holds', () => {
    const referred = [...JSON.stringify(contract).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name as string)
    expect(new Set(referred)).toEqual(new Set(Object.keys(contract.components.schemas)))
  })

  it('gives each operation a name of its own and says what refusals look like', () => {
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
    for (const { responses } of operations) expect(JSON.stringify(responses)).toContain('application/problem+json')
  })

  it('lets readers tolerate fields added later', () => {
    expect(JSON.stringify(contract)).not.toContain('"additionalProperties":false')
  })
})

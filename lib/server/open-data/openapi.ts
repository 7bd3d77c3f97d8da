import { licence } from '#lib/domain/licence.ts'
import { type Door, doors } from '#lib/server/open-data/doors.ts'
import { permalink } from '#lib/server/open-data/permalink.ts'
import { formats, published } from '#lib/server/open-data/publish-dataset.ts'
import { type Resource, resources } from '#lib/server/open-data/resources.ts'
import { z } from 'zod'
import { createDocument, type ZodOpenApiPathsObject, type ZodOpenApiResponseObject } from 'zod-openapi'

const problemShape = z
  .object({ type: z.string(), title: z.string(), status: z.int(), code: z.string().meta({ description: 'A word that does not change, for programs.' }) })
  .meta({ id: 'Problem', description: 'RFC 9457' })

const problem = (description: string): ZodOpenApiResponseObject => ({ description, content: { 'application/problem+json': { schema: problemShape } } })

const refused = {
  '304': { description: 'Not changed since the ETag given in If-None-Match' },
  '503': problem('Busy: ask again after the seconds in Retry-After'),
} as const

const operationId = (path: string, method = 'get') => `${method}-${path.replace(/^\/(api\/v1\/)?/, '').replaceAll(/[^a-z0-9]+/g, '-').replace(/-$/, '')}`

function pathOf(path: string, { summary, output }: Resource) {
  const named = path.includes('{slug}')
  return {
    get: {
      operationId: operationId(path),
      summary,
      security: [],
      ...(named ? { requestParams: { path: z.object({ slug: z.string().meta({ description: 'The lasting name in the address.' }) }) } } : {}),
      responses: {
        '200': { description: 'Found', content: { 'application/json': { schema: output } } },
        ...(named ? { '404': problem('There is nothing of that name') } : {}),
        ...refused,
      },
    },
  }
}

const mediaTypes = { csv: 'text/csv', json: 'application/json', 'schema.json': 'application/json' } as const

const files: ZodOpenApiPathsObject = Object.fromEntries(
  published.flatMap(({ name }) =>
    formats.map((format) => [
      `/data/${name}.${format}`,
      {
        get: {
          operationId: operationId(`/data/${name}.${format}`),
          summary: format === 'schema.json' ? `The columns of the ${name} table (Table Schema)` : `The ${name} table as ${format.toUpperCase()}`,
          security: [],
          responses: {
            '200': { description: 'The file', content: { [mediaTypes[format]]: { schema: format === 'csv' ? z.string() : z.record(z.string(), z.unknown()) } } },
            ...refused,
          },
        },
      },
    ]),
  ),
)

/** The parameters in an address: identifiers are UUIDs, anything else is a lasting name. */
function parametersOf(path: string) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  if (names.length === 0) return {}
  return { requestParams: { path: z.object(Object.fromEntries(names.map((name) => [name, name.toLowerCase().endsWith('id') ? z.uuid() : z.string()]))) } }
}

function doorOf(path: string, door: Door) {
  return Object.fromEntries(
    Object.entries(door).map(([method, { summary, status, body, open }]) => [
      method,
      {
        operationId: operationId(path, method),
        summary,
        ...(open ? { security: [] } : {}),
        ...parametersOf(path),
        ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {}),
        responses: { [status]: { description: 'Done' }, '4XX': problem('Refused; `code` says why'), '503': refused['503'] },
      },
    ]),
  )
}

/** The OpenAPI 3.1 description of every public address, written from the table the routes answer from. */
export function openApiDocument() {
  return createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Passerelle',
        version: '1.0.0',
        description: 'Ruptures in care pathways, the calls for projects that address them, and what came of it. Every figure carries its source; a figure that was not found says so.',
        license: { name: licence.title, identifier: licence.id },
      },
      servers: [{ url: permalink('') }],
      security: [{ session: [] }],
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'portal.session', description: 'Set by signing in; `__Host-portal.session` over HTTPS.' } } },
      paths: {
        ...Object.fromEntries(Object.entries(resources).map(([path, resource]) => [path, pathOf(path, resource)])),
        ...files,
        ...Object.fromEntries(Object.entries(doors).map(([path, door]) => [path, doorOf(path, door)])),
      },
    },
    {
      // Fields may be added later: a reader must not refuse what it does not know.
      override: ({ jsonSchema }) => {
        if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
      },
    },
  )
}

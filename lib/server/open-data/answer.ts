import { respond } from '#lib/server/open-data/respond.ts'
import { type ResourcePath, resources } from '#lib/server/open-data/resources.ts'

/** A route without a parameter is given no parameters at all. */
type Context = { params: Promise<Record<string, string | string[] | undefined> | undefined> }

/** The GET handler of a public address. What leaves is parsed by the documented shape, so nothing undocumented can. */
export function answer(path: ResourcePath): (request: Request, context: Context) => Promise<Response> {
  const { read, output } = resources[path]
  return async (request, { params }) => {
    const slug = (await params)?.slug
    return respond(request, async () => ({
      type: 'application/json',
      body: `${JSON.stringify(output.parse(await read(String(slug ?? ''))), null, 1)}\n`,
    }))
  }
}

import { catalog } from '#lib/server/open-data/catalog.ts'
import { publishDataset } from '#lib/server/open-data/publish-dataset.ts'
import { respond } from '#lib/server/open-data/respond.ts'

export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file } = await params
  return respond(request, async () => (file === 'catalog.jsonld' ? catalog() : publishDataset(file)))
}

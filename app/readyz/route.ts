import { showInstance } from '#lib/server/instance/show-instance.ts'
import { visitor } from '#lib/server/opening.ts'

/** The database answers and has been prepared by this code; otherwise 503, without saying why. */
export async function GET(): Promise<Response> {
  const ready = await showInstance(visitor, {}).then(
    () => true,
    () => false,
  )
  return new Response(ready ? 'ok\n' : 'not ready\n', {
    status: ready ? 200 : 503,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}

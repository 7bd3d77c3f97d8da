import { Refusal } from '#lib/server/refusal.ts'

const mostBytes = 256 * 1024
const deepest = 20

/**
 * Reads a JSON body of at most 256 KB and 20 levels (threat T23). Size and depth are checked before parsing.
 * Throws `invalid` with the reason `too-large`, `too-deep`, `malformed` or `content-type`.
 */
export async function jsonBody(request: Request): Promise<unknown> {
  if (!/^application\/json(?:\s*;|$)/i.test(request.headers.get('content-type') ?? '')) throw new Refusal('invalid', { reason: 'content-type' })
  const text = await textBody(request)
  if (depthOf(text) > deepest) throw new Refusal('invalid', { reason: 'too-deep' })
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('invalid', { reason: 'malformed' })
  }
}

/** Reads a form posted without script. Throws `invalid` as `jsonBody` does. */
export async function formBody(request: Request): Promise<Record<string, string>> {
  if (!/^application\/x-www-form-urlencoded(?:\s*;|$)/i.test(request.headers.get('content-type') ?? '')) throw new Refusal('invalid', { reason: 'content-type' })
  return Object.fromEntries(new URLSearchParams(await textBody(request)))
}

async function textBody(request: Request): Promise<string> {
  const told = request.headers.get('content-length') ?? ''
  // No more than the length told ever comes in: the HTTP server cuts it there.
  if (/^\d+$/.test(told) && Number(told) <= mostBytes) return request.text()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > mostBytes) throw new Refusal('invalid', { reason: 'too-large' })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** How deep brackets nest outside of strings, without parsing. */
function depthOf(json: string): number {
  let [depth, most, quoted] = [0, 0, false]
  for (let index = 0; index < json.length; index += 1) {
    const sign = json[index]
    if (quoted && sign === '\\') index += 1
    else if (sign === '"') quoted = !quoted
    else if (quoted) continue
    else if (sign === '[' || sign === '{') most = Math.max(most, (depth += 1))
    else if (sign === ']' || sign === '}') depth -= 1
  }
  return most
}

/** The cookies of a request by name; undecodable ones as they came. */
export function cookiesOf(request: Request): Record<string, string> {
  const pairs = (request.headers.get('cookie') ?? '').split(/;\s*/).filter(Boolean).map((pair) => {
    const [name = '', ...value] = pair.split('=')
    return [name, decoded(value.join('='))] as const
  })
  return Object.fromEntries(pairs)
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

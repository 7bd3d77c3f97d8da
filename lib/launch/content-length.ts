import type { ServerResponse } from 'node:http'

/**
 * Lets a route handler say how long its answer is: Next takes Content-Length out of every one (a fetched body may have
 * been unpacked on the way), so a file's length comes as `X-Portal-Length` and leaves under its own name.
 */
export function passLength(response: ServerResponse): void {
  const setHeader = response.setHeader.bind(response)
  response.setHeader = (name, value) => setHeader(name.toLowerCase() === 'x-portal-length' ? 'Content-Length' : name, value)
}

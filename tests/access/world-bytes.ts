import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of the portal under test, where one runs. */
const pathOf = (key: string) => (process.env.PORTAL_TEST_DATA_DIR ? join(process.env.PORTAL_TEST_DATA_DIR, 'files', key) : undefined)

/** Puts bytes where the portal under test keeps its files; answers their key. Without a portal there is nobody to read them. */
export function keepBytes(bytes: Uint8Array): string {
  const id = crypto.randomUUID()
  const path = pathOf(`${id.slice(0, 2)}/${id}`)
  if (path) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
  }
  return `${id.slice(0, 2)}/${id}`
}

export function dropBytes(key: string): void {
  const path = pathOf(key)
  if (path) rmSync(path, { force: true })
}

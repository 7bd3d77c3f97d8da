import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

const compress = promisify(brotliCompress)

/** Lays beside each script and stylesheet of a build its smallest form (Brotli at 11), which would take too long to make while somebody waits. */
export async function packStatic(buildFolder: string): Promise<void> {
  const files = globSync('static/**/*.{js,css}', { cwd: buildFolder }).map((file) => join(buildFolder, file))
  await Promise.all(files.map(async (file) => {
    const whole = readFileSync(file)
    writeFileSync(`${file}.br`, await compress(whole, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: whole.length } }))
  }))
}

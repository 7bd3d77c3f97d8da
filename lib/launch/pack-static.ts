import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

const compress = promisify(brotliCompress)

/**
 * Read by Chromium at the head of a script: it is compiled whole, off the page's own thread, while it still arrives. Else
 * each function is compiled when it is first called, which takes a phone a quarter of a second before a form answers.
 */
const compileAhead = Buffer.from('//# allFunctionsCalledOnLoad\n')

/** Lays beside each script and stylesheet of a build its smallest form (Brotli at 11), which would take too long to make while somebody waits. */
export async function packStatic(buildFolder: string): Promise<void> {
  const files = globSync('static/**/*.{js,css}', { cwd: buildFolder }).map((file) => join(buildFolder, file))
  await Promise.all(files.map(async (file) => {
    const built = readFileSync(file)
    const whole = file.endsWith('.js') ? Buffer.concat([compileAhead, built]) : built
    writeFileSync(`${file}.br`, await compress(whole, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: whole.length } }))
  }))
}

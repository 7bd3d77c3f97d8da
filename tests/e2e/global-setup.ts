import { findChromium } from '#lib/launch/chromium.ts'
import { spawnPortal } from '#lib/launch/spawn-portal.ts'

/** One portal for the run; its address and data folder are named to the tests. */
export default async function setUp(): Promise<() => Promise<void>> {
  process.env.CHROMIUM_PATH ??= findChromium() ?? ''
  const { address, dataDir, stop } = await spawnPortal()
  process.env.PORTAL_TEST_ADDRESS = address
  process.env.PORTAL_TEST_DATA_DIR = dataDir
  return stop
}

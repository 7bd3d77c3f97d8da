import { findChromium } from '#lib/launch/chromium.ts'
import { spawnPortal } from '#lib/launch/spawn-portal.ts'
import { startRegister } from '#tests/company-register/double.ts'

/** One portal for the run, with a company register beside it; its address and data folder are named to the tests. */
export default async function setUp(): Promise<() => Promise<void>> {
  process.env.CHROMIUM_PATH ??= findChromium() ?? ''
  const register = await startRegister()
  const { address, dataDir, stop } = await spawnPortal({ COMPANY_REGISTER_URL: register.address })
  process.env.PORTAL_TEST_ADDRESS = address
  process.env.PORTAL_TEST_DATA_DIR = dataDir
  return async () => {
    await stop()
    await register.stop()
  }
}

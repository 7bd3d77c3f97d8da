import { parseArgs } from 'node:util'
import { connect, disconnect } from '#db/client.ts'
import { roleUrls } from '#db/roles.ts'
import { demonstrationStages, seedDemonstration, type DemonstrationStage } from '#db/seed/demonstration.ts'
import { CannotStart, env, isDemonstration } from '#lib/env.ts'
import { launch, readSettingsFile } from '#lib/launch/launch.ts'
import { openDatabase, say } from '#lib/launch/portal.ts'

/** `npm run seed -- --stage <name> --seed <n>`: brings the demonstration to a stage. The portal must be stopped. */
readSettingsFile()
await launch(async (launched) => {
  const { values } = parseArgs({ options: { stage: { type: 'string', default: 'programme' satisfies DemonstrationStage }, seed: { type: 'string', default: '1' } } })
  if (!isStage(values.stage)) throw new CannotStart(`There is no stage named ${values.stage}: choose among ${demonstrationStages.join(', ')}.`)
  if (!/^\d{1,9}$/.test(values.seed)) throw new CannotStart('--seed takes a whole number, for example --seed 7.')
  if (!isDemonstration()) throw new CannotStart('Invented people have no place beside real ones: set PORTAL_DEMONSTRATION=on, with a database of its own.')
  const adminUrl = await openDatabase(launched)
  connect(roleUrls(adminUrl, env().AUTH_SECRET))
  launched.whenEnding(disconnect)
  const { added, stage } = await seedDemonstration({ stage: values.stage, seed: Number(values.seed) })
  say(`The demonstration is at the stage ${stage} (${added} people added).`)
  return 'done'
})

function isStage(name: string): name is DemonstrationStage {
  return demonstrationStages.some((stage) => stage === name)
}

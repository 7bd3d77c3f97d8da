import { createHash } from 'node:crypto'
import { contentOf, type Names } from '#db/seed/demonstration/content.ts'
import { named, type Setting } from '#db/seed/demonstration/calls.ts'
import type { Demonstration, StartUp } from '#db/seed/demonstration/read.ts'
import { actingAt } from '#db/seed/demonstration/times.ts'
import { markOf } from '#lib/domain/screening.ts'
import { openApplication } from '#lib/server/application/open-application.ts'
import { showApplication } from '#lib/server/application/show-application.ts'
import { askCorrection } from '#lib/server/correction/ask-correction.ts'
import { finishCorrection } from '#lib/server/correction/settle-correction.ts'
import { saveDraft } from '#lib/server/draft/save-draft.ts'
import { sendMessage } from '#lib/server/message/send-message.ts'
import { createTag } from '#lib/server/screening/change-tag.ts'
import { judgeApplications } from '#lib/server/screening/judge-applications.ts'
import { screenApplications } from '#lib/server/screening/screen-applications.ts'
import { tagApplications } from '#lib/server/screening/tag-applications.ts'

type Call = Demonstration['calls'][number]
export type Filed = StartUp & { draftId: string; ownerId: string }

/** What happened to the files of a call once it had closed: opened, judged, sorted, written about, corrected. Done once, whatever restarts. */
export async function followUp(call: Call, filed: readonly Filed[], setting: Setting, names: Names): Promise<void> {
  if (call.closes >= 0) return
  await judge(call, filed, setting)
  await sort(call, filed, setting)
  for (const each of filed) {
    for (const [index, { side, day, text }] of each.messages.entries()) {
      const sender = side === 'manager' ? setting.manager : each.ownerId
      await sendMessage(actingAt(sender, setting.times.instant(call.closes + day, side === 'manager' ? '11:00' : '15:30')), { draftId: each.draftId, key: keyOf(`${each.draftId} ${index}`), text })
    }
    await correct(each, setting, names)
  }
}

/** Each file is opened before it is judged; the eligible ones are judged together, the others one by one with their motive. */
async function judge({ slug, closes }: Call, filed: readonly Filed[], { manager, times }: Setting): Promise<void> {
  const judged = filed.filter(({ screened }) => screened !== undefined)
  const caller = actingAt(manager, times.instant(closes + 2, '10:00'))
  for (const { draftId } of judged) await openApplication(caller, { draftId })
  const chosen = (of: readonly Filed[]) => of.map(({ draftId }) => ({ id: draftId, mark: markOf('pending', null) }))
  const eligible = judged.filter(({ screened }) => screened?.eligibility === 'eligible')
  if (eligible.length > 0) await judgeApplications(caller, { slug, chosen: chosen(eligible), eligibility: 'eligible' })
  for (const each of judged) if (each.screened?.eligibility === 'ineligible') await judgeApplications(caller, { slug, chosen: chosen([each]), eligibility: 'ineligible', motive: each.screened.motive })
}

async function sort({ slug, closes }: Call, filed: readonly Filed[], { manager, times }: Setting): Promise<void> {
  const tags = new Set(filed.flatMap((each) => each.tags))
  if (tags.size === 0) return
  const caller = actingAt(manager, times.instant(closes + 3, '16:00'))
  const ids = new Map((await screenApplications(caller, { slug, search: {} })).vocabulary.tags.map(({ id, name }) => [name, id]))
  for (const name of tags) {
    if (!ids.has(name)) ids.set(name, (await createTag(caller, { slug, name })).id)
    const tagged = filed.filter((each) => each.tags.includes(name))
    await tagApplications(caller, { slug, tagId: named(ids, name), chosen: tagged.map(({ draftId }) => ({ id: draftId, mark: markOf('pending', null) })) })
  }
}

async function correct({ correction, draftId, ownerId }: Filed, { files, manager, times }: Setting, names: Names): Promise<void> {
  if (correction === undefined) return
  const owner = { personId: ownerId }
  const { fields, request, days, done } = correction
  const [before] = (await showApplication(owner, { draftId })).corrections
  const correctionId = before?.id ?? (await askCorrection({ personId: manager }, { draftId, fields, request, until: times.clock(days, '18:00') })).id
  if (done === undefined || before?.doneAt) return
  const { version } = await saveDraft(owner, { draftId, version: 1, key: 'demonstration-correction', fields: contentOf({ content: done, answers: {} }, files.questions, names) })
  await finishCorrection(owner, { correctionId, version, key: 'demonstration-correction' })
}

/** The same identifier for the same name (RFC 9562, version 8). */
function keyOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}

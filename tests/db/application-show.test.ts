import { createHash } from 'node:crypto'
import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { exportOwnApplication } from '#lib/server/application/export-own-application.ts'
import { listApplications } from '#lib/server/application/list-applications.ts'
import { openApplication, readApplication } from '#lib/server/application/open-application.ts'
import { receiptPdf } from '#lib/server/application/receipt-pdf.ts'
import { showApplication } from '#lib/server/application/show-application.ts'
import { showReceipt } from '#lib/server/application/show-receipt.ts'
import { submitApplication } from '#lib/server/application/submit-application.ts'
import { withdrawApplication } from '#lib/server/application/withdraw-application.ts'
import { compareEarlierDraft, listEarlierDrafts, startFromEarlierDraft } from '#lib/server/draft/carry-over.ts'
import { saveDraft } from '#lib/server/draft/save-draft.ts'
import { showDraft } from '#lib/server/draft/show-draft.ts'
import { exportAccount } from '#lib/server/person/export-account.ts'
import { makeWorld, type World } from '#tests/access/world.ts'
import { admin } from '#tests/db/database.ts'
import { moveClosing, newCall, newDraft, newFile, type TestCall } from '#tests/db/filing.ts'

/** Whoever wrote a file always knows where it stands, what was deposited and what was not. */
let world: World
let call: TestCall
let draft: { id: string; version: number; fileId: string }
const key = () => crypto.randomUUID()
const as = (who: 'founder' | 'rival' | 'manager') => ({ personId: world.people[who].id })
const submit = (version = draft.version) => submitApplication(as('founder'), { draftId: draft.id, version, key: key() })
const show = () => showApplication(as('founder'), { draftId: draft.id })
const save = (version: number, fields: Record<string, unknown>) => saveDraft(as('founder'), { draftId: draft.id, version, key: key(), fields })

beforeAll(async () => {
  world = await makeWorld(admin)
})
beforeEach(async () => {
  call = await newCall()
  draft = await newDraft(world, call)
})

describe('a file, to those who write it', () => {
  it('goes from draft to deposited, to changed, and back when the change is taken back', async () => {
    expect(await show()).toMatchObject({ state: 'draft', acts: 'applicant', gaps: [], application: null, deposited: null, may: { submit: true, withdraw: false, write: false } })
    await submit()
    expect(await show()).toMatchObject({ state: 'deposited', acts: 'nobody', changed: [], may: { submit: true, withdraw: true, write: true } })
    const { version } = await save(draft.version, { team: 'Trois', secondClaim: { mechanism: 'Autre' } })
    await newFile(draft.id, null)
    expect(await show()).toMatchObject({ state: 'changed', changed: ['secondClaim', 'evidence', 'team'], deposited: { fields: { team: 'Deux médecins' } }, gaps: expect.arrayContaining([expect.objectContaining({ field: 'secondClaim.ruptureVersionId' })]) })
    await save(version, { team: ' Deux médecins ', secondClaim: null })
    await admin`update file set removed_at = now() where draft_id = ${draft.id} and question_id is null`
    expect((await show()).changed).toEqual([])
    await admin`update file set removed_at = now() where draft_id = ${draft.id}`
    expect((await show()).changed).toEqual([`answers.${call.fileQuestion}`])
  })

  it('says what comes next once it is withdrawn, once it is too late, and once it waits for its answer', async () => {
    await submit()
    await withdrawApplication(as('founder'), { applicationId: draft.id })
    expect(await show()).toMatchObject({ state: 'withdrawn', acts: 'applicant' })
    await moveClosing(call, -60)
    expect(await show()).toMatchObject({ state: 'lapsed', acts: 'nobody', may: { edit: false, submit: false, withdraw: false } })
    call = await newCall()
    draft = await newDraft(world, call)
    await submit()
    await moveClosing(call, -60)
    expect(await show()).toMatchObject({ state: 'waiting', acts: 'manager', call: { answerOn: '2030-01-15' } })
  })

  it('stands in the list with its call, its number and what is missing', async () => {
    await save(draft.version, { team: ' ' })
    const find = async () => (await listApplications(as('founder'), {})).files.find(({ id }) => id === draft.id)
    expect(await find()).toMatchObject({ state: 'draft', acts: 'applicant', gaps: 1, application: null, call: { slug: call.slug } })
    await save(draft.version + 1, { team: 'Deux' })
    const { number } = await submit(draft.version + 2)
    expect(await find()).toMatchObject({ state: 'deposited', solution: 'Relais', application: { number } })
    expect((await listApplications(as('rival'), {})).files.map(({ id }) => id)).not.toContain(draft.id)
    expect((await listApplications(as('manager'), {})).files).toEqual([])
  })

  it('is shown to managers as it was deposited, never as it is being written', async () => {
    await expect(openApplication(as('manager'), { draftId: draft.id })).rejects.toMatchObject({ code: 'not-found' })
    await submit()
    await save(draft.version, { pitch: 'Jamais déposé' })
    const opened = await readApplication(as('manager'), { draftId: draft.id })
    expect(JSON.stringify(opened)).toContain('Un rappel en deux jours')
    expect(JSON.stringify(opened)).not.toContain('Jamais déposé')
    expect(await readApplication(as('founder'), { draftId: draft.id })).toMatchObject({ changed: ['pitch'] })
    await expect(readApplication(as('rival'), { draftId: draft.id })).rejects.toMatchObject({ code: 'not-found' })
    await expect(readApplication({ personId: null }, { draftId: draft.id })).rejects.toMatchObject({ code: 'unauthenticated' })
  })
})

describe('a receipt', () => {
  it('gives the exact text its digest is of, and names the one it replaced', async () => {
    const first = await submit()
    const second = await submit()
    const shown = await showReceipt(as('founder'), { draftId: draft.id, sequence: '2' })
    expect(createHash('sha256').update(shown.content, 'utf8').digest('hex')).toBe(second.sha256)
    expect(shown).toMatchObject({ number: first.number, sequence: 2, isLast: true, replaces: new Date(first.submittedAt) })
    expect(await showReceipt(as('founder'), { draftId: draft.id, sequence: 1 })).toMatchObject({ isLast: false, replaces: null })
    for (const sequence of ['3', '0', '-1', 'x', '1e9']) await expect(showReceipt(as('founder'), { draftId: draft.id, sequence })).rejects.toMatchObject({ code: 'not-found' })
    await expect(showReceipt(as('rival'), { draftId: draft.id, sequence: 1 })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is printed with its number, its time to the second, its digest, its files and what may still change', async () => {
    call = await newCall({ staysOpen: ['team'] })
    draft = await newDraft(world, call)
    const { number, sha256, files } = await submit()
    const pdf = await receiptPdf(await showReceipt(as('founder'), { draftId: draft.id, sequence: 1 }), 'fr')
    const text = (await extractText(await getDocumentProxy(pdf), { mergePages: true })).text.replaceAll(/\s+/g, ' ')
    for (const said of [number, 'Relais', 'budget.pdf', 'heure de Paris', 'Tout le dossier', 'Équipe, jusqu’au', '15 janvier 2030']) expect(text).toContain(said)
    for (const digest of [sha256, files[0]?.sha256 ?? '?', `/api/v1/applications/${draft.id}/receipts/1`]) expect(text.replaceAll(' ', '')).toContain(digest)
  })
})

describe('one’s own data', () => {
  it('holds the file whole, and every file in the account’s export', async () => {
    const { sha256 } = await submit()
    await save(draft.version, { team: 'Trois' })
    const whole = await exportOwnApplication(as('founder'), { draftId: draft.id })
    expect(whole).toMatchObject({
      call: call.slug, draft: { version: draft.version + 1, content: { team: 'Trois' }, revisions: [{ version: 1 }, { version: 2, fields: ['team'] }] }, receipts: [{ sha256, content: expect.stringContaining('Deux médecins') }], files: [{ id: draft.fileId, name: 'budget.pdf' }],
    })
    const { exportedAt: _, ...same } = whole
    expect((await exportAccount(as('founder'), {})).applications).toContainEqual(same)
    expect(JSON.stringify(await exportAccount(as('rival'), {}))).not.toContain(draft.id)
    for (const who of ['rival', 'manager'] as const) await expect(exportOwnApplication(as(who), { draftId: draft.id })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('starting from an earlier file', () => {
  const target = (slug: string) => ({ slug, organisationId: world.organisations['start-up'] })

  it('makes a new draft of what was deposited, as one save, without what belongs to the earlier call', async () => {
    await submit()
    await save(draft.version, { pitch: 'Jamais déposé' })
    const later = await newCall()
    expect(await listEarlierDrafts(as('founder'), target(later.slug))).toContainEqual(expect.objectContaining({ id: draft.id, solution: '  Relais  ' }))
    const made = await startFromEarlierDraft(as('founder'), { slug: later.slug, fromId: draft.id, key: key() })
    const { content, version } = await showDraft(as('founder'), { draftId: made.id })
    expect(version).toBe(1)
    expect(content).toMatchObject({ solution: 'Relais', pitch: 'Un rappel en deux jours', [`answers.${later.textQuestion}`]: 'Ainsi.' })
    expect(content).not.toHaveProperty('challengeId')
    expect(content).not.toHaveProperty('consent')
  })

  it('fills what is empty in a draft that is there, replaces nothing, and then has nothing more to carry', async () => {
    const later = await newCall()
    const own = await newDraft(world, later, { pitch: 'Déjà écrit', team: null, summary: ' ' })
    const asked = { slug: later.slug, fromId: draft.id }
    const { rows } = await compareEarlierDraft(as('founder'), asked)
    expect(rows.filter(({ isCarried }) => isCarried).map(({ field }) => field)).toEqual(['summary', 'team'])
    expect(rows).toContainEqual({ field: 'pitch', from: 'Un rappel en deux jours', to: 'Déjà écrit', isCarried: false, note: 'written' })
    await startFromEarlierDraft(as('founder'), { ...asked, key: key() })
    const { content, version } = await showDraft(as('founder'), { draftId: own.id })
    expect([content.pitch, content.team, version]).toEqual(['Déjà écrit', 'Deux médecins', 2])
    await expect(startFromEarlierDraft(as('founder'), { ...asked, key: key() })).rejects.toMatchObject({ code: 'conflict', reason: 'nothing-to-carry' })
  })

  it('is from one’s own files only', async () => {
    const later = await newCall()
    for (const who of ['rival', 'manager'] as const) await expect(compareEarlierDraft(as(who), { slug: later.slug, fromId: draft.id })).rejects.toMatchObject({ code: 'not-found' })
    await expect(listEarlierDrafts(as('rival'), target(later.slug))).rejects.toMatchObject({ code: 'not-found' })
  })
})

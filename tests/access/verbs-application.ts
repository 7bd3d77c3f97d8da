import { aFile, type Case, followers, forAll, managers, noted, nothing, only, onlySignedIn, parisIn, signedIn, theTable } from '#tests/access/verb-case.ts'
import type { World } from '#tests/access/world.ts'

const chosen = (world: World) => ({ ...theTable(world), chosen: [{ id: world.application.id, mark: 'pending.' }] })
const theCorrection = ({ correction }: World) => ({ correctionId: correction.id })
const theDraft = ({ draft }: World) => ({ draftId: draft.id })
const theApplication = ({ application }: World) => ({ draftId: application.id })

/** Verbs from draft to screening. */
export const applicationVerbs: Readonly<Record<string, readonly Case[]>> = {
  'application.export': [{ input: (world) => ({ ...theTable(world), search: {}, format: 'csv' }), outcome: onlySignedIn('manager', 'manager-2'), changes: ['consultation'] }],
  'application.export-own': [
    { input: theApplication, outcome: onlySignedIn('laureate') },
    { about: 'of a draft', input: theDraft, outcome: onlySignedIn('founder') },
  ],
  'application.list': [{ input: nothing, outcome: signedIn }],
  'application.open': [
    { input: theApplication, outcome: only('manager', 'manager-2'), changes: ['consultation'], unrecorded: true },
    { about: 'of a draft', input: theDraft, outcome: forAll('not-found') },
  ],
  'application.screen': [
    { input: (world) => ({ ...theTable(world), search: { q: 'canary' }, batch: world.screening.batchId }), outcome: onlySignedIn('manager', 'manager-2') },
    { about: 'of a call being prepared', input: ({ preparing }) => ({ slug: preparing.slug, search: {} }), outcome: onlySignedIn('manager', 'manager-2') },
  ],
  'application.show': [
    { input: theApplication, outcome: onlySignedIn('laureate') },
    { about: 'of a draft', input: theDraft, outcome: onlySignedIn('founder') },
  ],
  'application.submit': [{ input: ({ draft }) => ({ draftId: draft.id, version: draft.version, key: crypto.randomUUID() }), outcome: only('founder'), changes: ['application', 'application_counter', 'application_file', 'claim', 'mail', 'receipt'] }],
  'application.withdraw': [{ input: ({ application }) => ({ applicationId: application.id }), outcome: only('laureate'), changes: ['application', 'mail'] }],
  'correction.ask': [{ input: (world) => ({ ...theApplication(world), fields: ['pitch', `answers.${world.openCall.questionId}`], request: 'More', until: parisIn(10) }), outcome: managers, changes: ['correction', 'mail'] }],
  'correction.cancel': [{ input: theCorrection, outcome: managers, changes: ['correction'] }],
  'correction.finish': [{ input: (world) => ({ ...theCorrection(world), version: 1, key: crypto.randomUUID() }), outcome: only('laureate'), changes: ['application', 'claim', 'correction', 'mail', 'receipt'] }],
  'draft.carry-over': [{ input: ({ laterCall, draft }) => ({ slug: laterCall.slug, fromId: draft.id }), outcome: onlySignedIn('founder') }],
  'draft.create': [
    { about: 'of one that is there', input: ({ openCall, organisations }) => ({ slug: openCall.slug, organisationId: organisations['start-up'], key: crypto.randomUUID(), fields: { pitch: 'One' } }), outcome: only('founder') },
    { about: 'of a new one', input: ({ openCall, organisations }) => ({ slug: openCall.slug, organisationId: organisations['other start-up'], key: crypto.randomUUID(), fields: { pitch: 'One' } }), outcome: only('rival'), changes: ['application_draft', 'draft_revision'] },
    { about: 'of a call that is not published', input: ({ call, organisations }) => ({ slug: call.slug, organisationId: organisations['start-up'], key: crypto.randomUUID(), fields: { pitch: 'One' } }), outcome: forAll('not-found') },
  ],
  'draft.list-earlier': [{ input: ({ laterCall, organisations }) => ({ slug: laterCall.slug, organisationId: organisations['start-up'] }), outcome: onlySignedIn('founder') }],
  'draft.save': [{ input: ({ draft }) => ({ draftId: draft.id, version: draft.version, key: crypto.randomUUID(), fields: { pitch: 'Another' } }), outcome: onlySignedIn('founder'), changes: ['application_draft', 'draft_revision'], unrecorded: true }],
  'draft.show': [{ input: ({ draft }) => ({ draftId: draft.id }), outcome: onlySignedIn('founder') }],
  'draft.start': [
    { input: ({ openCall }) => ({ slug: openCall.slug }), outcome: signedIn },
    { about: 'for a call that is not published', input: ({ call }) => ({ slug: call.slug }), outcome: onlySignedIn() },
  ],
  'file.add': [
    { input: ({ draft }) => ({ draftId: draft.id, questionId: null, key: crypto.randomUUID(), storageKey: crypto.randomUUID(), file: aFile }), outcome: only('founder'), changes: ['application_draft', 'draft_revision', 'file'] },
    { about: 'to a deposited application', input: ({ application }) => ({ draftId: application.id, questionId: null, key: crypto.randomUUID(), storageKey: crypto.randomUUID(), file: aFile }), outcome: only('laureate'), changes: ['application_draft', 'draft_revision', 'file'] },
  ],
  'file.open': [
    { about: 'of a draft', input: ({ draft }) => ({ fileId: draft.fileId }), outcome: only('founder'), unrecorded: true },
    { about: 'of a programme', input: ({ programme }) => ({ fileId: programme.fileId }), outcome: followers, changes: noted, unrecorded: true },
    { about: 'of a deposited application', input: ({ application }) => ({ fileId: application.fileId }), outcome: only('laureate', 'manager', 'manager-2'), changes: (asker) => (asker === 'laureate' ? [] : ['consultation']), unrecorded: true },
  ],
  'file.remove': [
    { about: 'from a draft', input: ({ draft }) => ({ fileId: draft.fileId }), outcome: only('founder'), changes: ['application_draft', 'draft_revision', 'file'] },
    { about: 'from a deposited application', input: ({ application }) => ({ fileId: application.fileId }), outcome: only('laureate'), changes: ['application_draft', 'draft_revision', 'file'] },
    { about: 'from a programme', input: ({ programme }) => ({ fileId: programme.fileId }), outcome: only('laureate'), changes: ['file'] },
  ],
  'file.room': [{ input: ({ draft }) => ({ draftId: draft.id, questionId: null, key: crypto.randomUUID() }), outcome: onlySignedIn('founder') }],
  'message.list': [
    { input: theApplication, outcome: onlySignedIn('laureate', 'manager', 'manager-2') },
    { about: 'of a draft', input: theDraft, outcome: onlySignedIn('founder') },
  ],
  'message.see': [{ input: theApplication, outcome: only('laureate', 'manager', 'manager-2'), changes: ['message'], unrecorded: true }],
  'message.send': [
    { input: (world) => ({ ...theApplication(world), key: crypto.randomUUID(), text: 'A word' }), outcome: only('laureate', 'manager', 'manager-2'), changes: ['mail', 'message'] },
    { about: 'about a draft', input: (world) => ({ ...theDraft(world), key: crypto.randomUUID(), text: 'A word' }), outcome: { ...forAll('not-found'), founder: 'conflict' } },
  ],
  'receipt.show': [{ input: ({ application }) => ({ draftId: application.id, sequence: '1' }), outcome: onlySignedIn('laureate') }],
  'saved-view.remove': [{ input: ({ screening }) => ({ viewId: screening.viewId }), outcome: only('manager'), changes: ['saved_view'] }],
  'saved-view.save': [{ input: (world) => ({ ...theTable(world), name: 'A view', search: { maturity: 'pilot' }, shared: true }), outcome: onlySignedIn('manager', 'manager-2'), changes: ['saved_view'] }],
  'screening.history': [{ input: ({ application }) => ({ applicationId: application.id }), outcome: onlySignedIn('manager', 'manager-2') }],
  'screening.judge': [
    { input: (world) => ({ ...chosen(world), eligibility: 'eligible' }), outcome: onlySignedIn('manager', 'manager-2'), changes: ['application', 'screening_deed'] },
    { about: 'against it', input: (world) => ({ ...chosen(world), eligibility: 'ineligible', motive: 'A motive' }), outcome: onlySignedIn('manager', 'manager-2'), changes: ['application', 'screening_deed'] },
  ],
  'screening.tag': [{ input: (world) => ({ ...chosen(world), tagId: world.screening.looseTagId }), outcome: onlySignedIn('manager', 'manager-2'), changes: ['application_tag', 'screening_deed'] }],
  'screening.undo': [{ input: (world) => ({ ...theTable(world), batchId: world.screening.batchId }), outcome: onlySignedIn('manager', 'manager-2'), changes: ['application_tag', 'screening_deed'] }],
  'screening.untag': [{ input: (world) => ({ ...chosen(world), tagId: world.screening.tagId }), outcome: onlySignedIn('manager', 'manager-2'), changes: ['application_tag', 'screening_deed'] }],
  'tag.create': [{ input: (world) => ({ ...theTable(world), name: 'A tag' }), outcome: onlySignedIn('manager', 'manager-2'), changes: ['tag'] }],
  'tag.remove': [{ input: ({ screening }) => ({ tagId: screening.tagId, confirmed: 'yes' }), outcome: only('manager', 'manager-2'), changes: ['application_tag', 'tag'] }],
  'tag.rename': [{ input: ({ screening }) => ({ tagId: screening.tagId, name: 'Another name' }), outcome: only('manager', 'manager-2'), changes: ['tag'] }],
}

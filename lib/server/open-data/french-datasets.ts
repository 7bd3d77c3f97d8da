import type { AidScheme, Grant } from '#db/read/french-schema.ts'
import { column, type Dataset } from '#lib/domain/dataset.ts'
import type { Localized } from '#lib/domain/localized.ts'
import type { OrganisationKind } from '#lib/domain/organisation.ts'
import { openDataWords } from '#lib/i18n/open-data-words.ts'
import { operator } from '#lib/server/instance/operator.ts'
import { permalink } from '#lib/server/open-data/permalink.ts'

/** National schemas are in French, and so is what fills them. */
const t = openDataWords('fr')
const fr = (words: Localized | null) => words?.fr ?? ''
const named = (it: { demonstration: boolean }, text: string) => (it.demonstration ? t('french.demonstration', { text }) : text)
const cut = (text: string, longest: number) => ([...text].length > longest ? `${[...text].slice(0, longest - 1).join('')}…` : text)

const targets: Partial<Record<OrganisationKind, string>> = { 'patient-association': 'associations', foundation: 'associations', federation: 'associations', hospital: 'secteur public', 'public-body': 'secteur public' }

/** Columns of etalab/dispositif-aide-professionnels 0.2.0, those required and those we know. */
export const aidSchemesDataset: Dataset<AidScheme> = {
  name: 'dispositifs-aide',
  key: ['id'],
  conformsTo: 'https://schema.data.gouv.fr/etalab/schema-dispositif-aide/',
  columns: [
    column('id', 'string', ({ id }) => id),
    column('titre', 'string', (row) => named(row, fr(row.title))),
    column('promesse', 'string', (row) => cut(named(row, t('french.promise')), 180)),
    column('description', 'string', (row) => cut([t('french.description', { call: fr(row.title) }), ...row.challenges.map((challenge) => t('french.line', { text: fr(challenge) }))].join('\n'), 5_000)),
    column('eligibilite', 'string', (row) => [fr(row.whoMayApply), ...row.statements.map((statement) => t('french.line', { text: fr(statement) }))].filter(Boolean).join('\n') || t('french.noRule')),
    column('types_aides', 'list', () => [t('french.kind')]),
    column('porteurs', 'string', () => JSON.stringify([{ nom: operator().name ?? new URL(permalink('')).hostname, siren: operator().siret?.slice(0, 9) ?? '', roles: ['diffuseur', 'instructeur'] }])),
    column('programmes_parents', 'list', (row) => [fr(row.initiative)]),
    column('url_source', 'string', ({ slug }) => permalink(`/calls/${slug}`)),
    column('cibles', 'list', ({ applicantKinds }) => [...new Set(applicantKinds.length === 0 ? ['professionnels'] : applicantKinds.map((kind) => targets[kind] ?? 'professionnels'))]),
    column('eligibilite_geographique', 'list', () => ['PAYS-99100']),
    column('date_ouverture', 'datetime', ({ opensAt }) => utc(opensAt)),
    column('date_cloture', 'datetime', ({ closesAt }) => utc(closesAt)),
    column('date_mise_a_jour', 'datetime', ({ changedAt }) => utc(changedAt)),
    column('ciblage_secteur_activite', 'list', () => [t('french.sector')]),
  ],
}

/**
 * Columns of SCDL subventions 2.1.1. What is granted here is in kind: its value in euros is not estimated, and says 0. A
 * grant is published under its giver's SIRET: without `OPERATOR_SIRET` the table is empty.
 */
export const grantsDataset: Dataset<Grant> = {
  name: 'subventions',
  key: ['referenceDecision'],
  conformsTo: 'https://schema.data.gouv.fr/scdl/subventions/',
  columns: [
    column('nomAttribuant', 'string', () => operator().name),
    column('idAttribuant', 'string', () => operator().siret),
    column('dateConvention', 'date', ({ startsOn }) => startsOn),
    column('referenceDecision', 'string', ({ number }) => number),
    column('nomBeneficiaire', 'string', ({ name }) => name),
    column('objet', 'string', (row) => cut(named(row, t('french.purpose', { solution: fr(row.solution), call: fr(row.call) })), 256)),
    column('montant', 'number', () => 0),
    column('nature', 'string', () => 'aide en nature'),
    column('conditionsVersement', 'string', () => 'échelonné'),
    column('datesPeriodeVersement', 'string', ({ startsOn, endsOn }) => `${startsOn}/${endsOn}`),
    column('notificationUE', 'string', () => 'non'),
    column('pourcentageSubvention', 'number', () => 1),
    column('dispositifAide', 'string', ({ callId }) => callId),
  ],
}

function utc(instant: string | null): string | null {
  return instant === null ? null : `${new Date(instant).toISOString().slice(0, 19)}Z`
}

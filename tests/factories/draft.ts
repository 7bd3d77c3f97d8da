import type { Content } from '#lib/domain/draft.ts'

const challengeId = '00000000-0000-4000-8000-0000000000c1'
const ruptureVersionId = '00000000-0000-4000-8000-0000000000a1'

/** A claim with every part of its sentence. */
export const wholeClaim = {
  ruptureVersionId, mechanism: 'Un rappel à deux jours', population: 'Adultes sortis d’hospitalisation', indicator: 'Délai de recontact', metric: null, unit: 'jours', baseline: 21, target: 8, evidenceLevel: 'before-after',
} as const

/** A content to which nothing is missing, for a form without own questions. */
export const wholeContent: Content = {
  solution: 'Relais', pitch: 'Nous rappelons chaque personne.', summary: 'Un paragraphe.', challengeId, primaryClaim: wholeClaim, evidence: 'Une étude avant-après.', maturity: 'pilot',
  regulatoryState: 'not-a-device', team: 'Deux médecins.', needs: 'Un terrain.', consent: true,
}

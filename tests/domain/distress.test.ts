import { expect, test } from 'vitest'
import { touchesDistress } from '#lib/domain/distress.ts'

test.each(['Rupture de lien après une tentative de suicide', 'IDÉES SUICIDAIRES', 'Gestes auto-infligés', 'gestes auto‑infligés', 'Détresse psychique', 'Psychological distress'])('%s calls for 3114', (text) => {
  expect(touchesDistress(['Titre', text])).toBe(true)
})

test('other texts do not', () => {
  expect(touchesDistress(['Délai d’accès à un premier rendez-vous en CMP', 'Répartition inégale et postes vacants de psychiatres'])).toBe(false)
  expect(touchesDistress([])).toBe(false)
})

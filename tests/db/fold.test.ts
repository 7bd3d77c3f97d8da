import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '#lib/domain/search.ts'
import { admin } from '#tests/db/database.ts'

/** The database looks for words as pages do: both fold texts by one rule. */
async function folded(texts: readonly string[]): Promise<string[]> {
  const rows = await admin<{ text: string }[]>`select portal.fold(text) as text from unnest(${texts as string[]}::text[]) with ordinality each(text, at) order by at`
  return rows.map(({ text }) => text)
}

describe('portal.fold', () => {
  it('drops case, accents, ligatures, kinds of apostrophe, hyphen and space', async () => {
    const texts = ['Œdème  de l’hôpital', 'ÉTÉ\u00A0: « Nº 7 »', 'aide-soignant·e · mi‑temps – 50\u202F%', 'E\u0301te\u0301', 'Straße Łódź Ærø Iſtanbul İ', 'ﬁn ﬂot', ' a\u200Bb\u00ADc\n', '']
    expect(await folded(texts)).toEqual(texts.map(fold))
    expect((await folded(['Œdème  de l’hôpital']))[0]).toBe("oedeme de l'hopital")
  })

  it('agrees with the pages on any text of Europe', async () => {
    const ranges = [[0x20, 0x7e], [0xa0, 0x24f], [0x1e00, 0x1eff], [0x2000, 0x2064]].map(([min = 0, max = 0]) => fc.integer({ min, max }))
    const letters = fc.string({ unit: fc.oneof(...ranges).map((code) => String.fromCodePoint(code)), maxLength: 30 })
    const texts = fc.array(letters, { minLength: 1, maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(texts, async (given) => {
        expect(await folded(given)).toEqual(given.map(fold))
      }),
      { numRuns: 200 },
    )
  })
})

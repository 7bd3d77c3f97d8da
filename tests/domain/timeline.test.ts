import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timeline } from '#lib/domain/timeline.ts'

const phase = (slug: string, startsOn: string | null, endsOn: string | null, more: { startsMonth?: string; datesArePlanned?: boolean } = {}) => ({
  slug,
  startsOn,
  endsOn,
  startsMonth: more.startsMonth ?? null,
  datesArePlanned: more.datesArePlanned ?? false,
})

describe('timeline', () => {
  it('lays the phases of the first Impact call on the months from September 2021 to March 2022', () => {
    const { bars, months } = timeline([
      phase('call', '2021-09-28', '2021-11-02'),
      phase('selection', '2021-11-02', '2021-11-30', { datesArePlanned: true }),
      phase('announcement', '2022-01-21', '2022-01-21'),
      phase('programme', null, null, { startsMonth: '2022-01' }),
    ])
    expect(months.map(({ month }) => month)).toEqual(['2021-09', '2021-10', '2021-11', '2021-12', '2022-01', '2022-02', '2022-03'])
    // 212 days from 1 September 2021 to 31 March 2022.
    expect(bars).toEqual([
      { slug: 'call', kind: 'dated', from: 27 / 212, to: 63 / 212 },
      { slug: 'selection', kind: 'planned', from: 62 / 212, to: 91 / 212 },
      { slug: 'announcement', kind: 'dated', from: 142 / 212, to: 143 / 212 },
      { slug: 'programme', kind: 'open', from: 122 / 212, to: 1 },
    ])
  })

  it('draws nothing to scale when no date is known', () => {
    expect(timeline([phase('a', null, null)])).toEqual({ bars: [{ slug: 'a', kind: 'unknown', from: 0, to: 1 }], months: [] })
    expect(timeline([])).toEqual({ bars: [], months: [] })
  })

  it('keeps every bar within the line and every month in order', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
    const dates = fc.tuple(day, day).map((pair) => pair.toSorted())
    fc.assert(
      fc.property(fc.array(dates, { minLength: 1, maxLength: 6 }), (spans) => {
        const { bars, months } = timeline(spans.map(([from = '', to = ''], index) => phase(String(index), from, to)))
        for (const { from, to } of bars) expect(from >= 0 && from < to && to <= 1).toBe(true)
        expect(months.map(({ month }) => month)).toEqual(months.map(({ month }) => month).toSorted())
        expect(months[0]?.at).toBe(0)
      }),
    )
  })
})

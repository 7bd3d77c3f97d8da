'use client'
import { fill } from '#components/draft/editor-context.ts'
import type { GridCriterion, GridWords } from '#components/evaluation/grid-words.ts'

/** What its author gave others on this criterion, so that the same mark means the same thing from the first file to the last. */
export function OwnMarks({ criterion: { counts, earlier }, words: { grid } }: { criterion: GridCriterion; words: GridWords }) {
  const highest = Math.max(1, ...counts)
  const told = counts.map((count, index) => `${index + 1} × ${count}`).join(', ')
  return (
    <details className="mt-1 text-small">
      <summary className="inline-flex min-h-11 cursor-pointer items-center gap-3 text-soft">
        <span className="underline underline-offset-4">{grid.earlier}</span>
        {/* Drawn, not styled: the portal's policy lets no element bring a style of its own. */}
        <svg aria-hidden="true" viewBox="0 0 44 20" width="44" height="20">
          {counts.map((count, index) => {
            const height = count === 0 ? 2 : 4 + (16 * count) / highest
            return <rect key={index} x={index * 9} y={20 - height} width="8" height={height} className={count === 0 ? 'fill-rule' : 'fill-line'} />
          })}
        </svg>
      </summary>
      {earlier.length === 0 ? <p className="text-soft">{grid.earlierNone}</p> : (
        <>
          <p className="text-soft">{fill(grid.distribution, { counts: told })}</p>
          <ul>{earlier.map(({ mark, solutions }) => <li key={mark ?? 'none'} className="py-0.5">{mark === null ? fill(grid.gaveNone, { solutions }) : fill(grid.gave, { mark, solutions })}</li>)}</ul>
        </>
      )}
    </details>
  )
}

import type { Sources } from '#components/source/source-mark.tsx'
import { SourceLink } from '#components/ui/source-note.tsx'

/** Sources in full, in the order given; those the list does not know are left out. */
export function SourceList({ ids, sources }: { ids: readonly string[]; sources: Sources }) {
  return (
    <ul className="max-w-measure space-y-2.5">
      {ids.flatMap((id) => sources[id] ?? []).map((source) => (
        <li key={source.id} className="border-s-2 border-rule ps-4">
          <SourceLink source={source} />
        </li>
      ))}
    </ul>
  )
}

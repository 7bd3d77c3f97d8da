import type { NamedApplication } from '#components/ranking/ranked-round.ts'
import { Link } from '#components/ui/link.tsx'

/** Applications by name, each leading to its file. */
export function ApplicationLinks({ ids, named, none }: { ids: readonly string[]; named: ReadonlyMap<string, NamedApplication>; none: string }) {
  if (ids.length === 0) return none
  return (
    <ul>
      {ids.map((id) => <li key={id}><Link href={`/manage/applications/${id}`}>{named.get(id)?.solution ?? id}</Link></li>)}
    </ul>
  )
}

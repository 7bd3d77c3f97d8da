import { useLocale } from 'next-intl'
import { Link } from '#components/ui/link.tsx'
import { inLocale, type Localized } from '#lib/domain/localized.ts'

/** The programmes of one's organisations, each a way to its page. */
export function ProgrammeList({ programmes }: { programmes: readonly { id: string; solution: string; organisationName: string; call: { title: Localized } }[] }) {
  const locale = useLocale()
  return (
    <ul className="border-t border-rule">
      {programmes.map(({ id, solution, organisationName, call }) => (
        <li key={id} className="border-b border-rule py-4">
          <Link href={`/programmes/${id}`} className="inline-block py-1 font-serif text-h3 font-medium">{solution}</Link>
          <p className="text-soft">{organisationName} · {inLocale(call.title, locale)}</p>
        </li>
      ))}
    </ul>
  )
}

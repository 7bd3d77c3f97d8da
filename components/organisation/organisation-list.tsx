import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'
import { Tag } from '#components/ui/tag.tsx'
import type { MembershipRole, OrganisationKind } from '#lib/domain/organisation.ts'

export type ListedOrganisation = { id: string; name: string; kind: OrganisationKind; role: MembershipRole; demonstration: boolean }

/** Organisations by name, with what they are and one's part in them. */
export function OrganisationList({ organisations }: { organisations: readonly ListedOrganisation[] }) {
  const t = useTranslations('organisation')
  return (
    <ul className="max-w-measure border-t border-rule">
      {organisations.map(({ id, name, kind, role, demonstration }) => (
        <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-rule py-3">
          <Link href={`/organisations/${id}`} className="py-1 font-semibold">{name}</Link>
          <span className="flex flex-wrap gap-2 text-small text-soft">
            {t(`kinds.${kind}`)} <Tag>{t(`roles.${role}`)}</Tag> {demonstration && <Tag tone="uncertain">{t('demonstration')}</Tag>}
          </span>
        </li>
      ))}
    </ul>
  )
}

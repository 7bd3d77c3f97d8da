import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicInitiative } from '#lib/domain/public-initiative.ts'
import { InitiativeCalls } from '#components/initiative/initiative-calls.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { Tag } from '#components/ui/tag.tsx'

/** Each initiative with its calls beside it. */
export function InitiativeList({ initiatives }: { initiatives: readonly PublicInitiative[] }) {
  const t = useTranslations('initiative')
  const locale = useLocale()
  return (
    <ul className="border-t border-rule">
      {initiatives.map((initiative) => (
        <li key={initiative.slug} className="grid gap-x-12 gap-y-6 border-b border-rule py-8 lg:grid-cols-[1fr_26rem]">
          <div>
            <p className="mb-2 flex flex-wrap gap-2 empty:hidden">
              {initiative.external && <Tag>{t('external')}</Tag>}
              {initiative.demonstration && <Tag tone="uncertain">{t('demonstration')}</Tag>}
            </p>
            <Heading as={2}>
              <Link href={`/initiatives/${initiative.slug}`} className="no-underline hover:underline">
                {inLocale(initiative.title, locale)}
              </Link>
            </Heading>
            <p className="mt-3 max-w-measure">{inLocale(initiative.summary, locale)}</p>
          </div>
          <InitiativeCalls initiative={initiative} />
        </li>
      ))}
    </ul>
  )
}

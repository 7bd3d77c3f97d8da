import { useTranslations } from 'next-intl'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { Prose } from '#components/ui/page.tsx'

export type Operator = { name: string | null; address: string | null; director: string | null; hosting: string | null; contact: string | null }

/** Who answers for the portal, as whoever installed it has stated; what they have not is said to be missing. */
export function PublisherFacts({ operator }: { operator: Operator }) {
  const t = useTranslations('legal.publisher')
  const missing = <span className="font-note italic text-soft">{t('missing')}</span>
  return (
    <>
      <DefinitionList
        items={[
          { name: t('name'), value: operator.name ?? missing },
          { name: t('address'), value: operator.address ?? missing },
          { name: t('director'), value: operator.director ?? missing },
          { name: t('hosting'), value: operator.hosting ?? missing },
          { name: <span id="contact">{t('contact')}</span>, value: operator.contact === null ? missing : <a href={`mailto:${operator.contact}`}>{operator.contact}</a> },
        ]}
      />
      <Prose className="mt-5">
        {Object.values(operator).includes(null) && <p>{t('missingNote')}</p>}
        <p>{t('independent')}</p>
      </Prose>
    </>
  )
}

import { useTranslations } from 'next-intl'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { Link } from '#components/ui/link.tsx'
import { Prose } from '#components/ui/page.tsx'
import { Table } from '#components/ui/table.tsx'

const steps = ['pathway', 'rupture', 'estimate', 'choose', 'call', 'claim', 'prove', 'open'] as const
const words = ['pathway', 'rupture', 'estimate', 'source', 'initiative', 'call', 'application', 'claim', 'evaluation', 'laureate', 'measurement'] as const
const people = ['founder', 'scorer', 'manager', 'visitor', 'administrator'] as const
const promises = ['kept', 'private', 'sourced'] as const

/** The article the portal answers. */
export function Origin() {
  const t = useTranslations('about.origin')
  return (
    <Prose>
      <p>{t('p1')}</p>
      <p>{t('p2')}</p>
      <p>{t('p3')}</p>
      <p>
        <Link href="/sources/seed">{t('source')}</Link>
      </p>
    </Prose>
  )
}

/** What the article asks for, held against what answers it here. */
export function OneLine() {
  const t = useTranslations('about.line')
  return (
    <Table id="line-table" caption={t('caption')} captionHidden>
      <thead>
        <tr>
          <th scope="col">{t('asked')}</th>
          <th scope="col">{t('answered')}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <tr key={step}>
            <td className="w-1/2">{t(`rows.${step}.asked`)}</td>
            <td>{t(`rows.${step}.answered`)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** What the portal commits itself to. */
export function Promises() {
  const t = useTranslations('about.promises')
  return (
    <ol className="max-w-measure space-y-5">
      {promises.map((promise) => (
        <li key={promise} className="border-s-[3px] border-bridge ps-5">
          <h3 className="font-serif text-h3 font-medium">{t(`${promise}.title`)}</h3>
          <p className="mt-1">{t(`${promise}.text`)}</p>
        </li>
      ))}
    </ol>
  )
}

/** The words of the portal, each with its one meaning. */
export function Words() {
  const t = useTranslations('about.words')
  return (
    <>
      <p className="mb-4 max-w-measure text-soft">{t('lead')}</p>
      <DefinitionList items={words.map((word) => ({ name: <span className="font-semibold text-ink">{t(`items.${word}.word`)}</span>, value: t(`items.${word}.meaning`) }))} />
    </>
  )
}

/** Who does what. */
export function People() {
  const t = useTranslations('about.people')
  return <DefinitionList items={people.map((person) => ({ name: <span className="font-semibold text-ink">{t(`items.${person}.who`)}</span>, value: t(`items.${person}.does`) }))} />
}

/** Why nothing about any patient enters. */
export function NoPatientData() {
  const t = useTranslations('about.noPatientData')
  return (
    <Prose>
      <p>{t('p1')}</p>
      <p>{t('p2')}</p>
      <p>
        <Link href="/legal#rules">{t('rules')}</Link>
      </p>
    </Prose>
  )
}

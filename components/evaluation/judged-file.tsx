import { useLocale, useTranslations } from 'next-intl'
import { DepositContent } from '#components/application/deposit-content.tsx'
import type { ShownFile } from '#components/application/deposit-files.tsx'
import type { RuptureRow } from '#components/claim/claimable-ruptures.ts'
import { EvidenceMark } from '#components/rupture/evidence-mark.tsx'
import { Figure } from '#components/rupture/figure.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Link } from '#components/ui/link.tsx'
import type { CoreField } from '#lib/domain/application.ts'
import type { DepositedAnswer } from '#lib/domain/deposit.ts'
import { inLocale } from '#lib/domain/localized.ts'

export type JudgedFile = { fields: Partial<Record<CoreField, unknown>>; answers: readonly DepositedAnswer[]; files: readonly ShownFile[]; ruptures: readonly RuptureRow[] }

/** An application as its scorers read it, with what was known of the ruptures it aims at one click away. */
export function JudgedFile({ application: { fields, answers, files, ruptures } }: { application: JudgedFile }) {
  return (
    <>
      <DepositContent fields={fields} answers={answers} files={files} reader="other" as={3} stacked />
      <div className="mt-10">{ruptures.map((rupture) => <RuptureFacts key={rupture.versionId} rupture={rupture} />)}</div>
    </>
  )
}

/** Who, how many, at what cost, by which source: in the version that the claim pins. */
function RuptureFacts({ rupture: { slug, version, title, population, people, cost, source, evidence } }: { rupture: RuptureRow }) {
  const t = useTranslations('evaluation.rupture')
  const locale = useLocale()
  const none = <span className="font-note italic text-soft">{t('notQuantified')}</span>
  return (
    <Disclosure summary={<span>{t.rich('title', { rupture: () => <span className="font-normal">{inLocale(title, locale)}</span> })}</span>}>
      <DefinitionList
        items={[
          { name: t('population'), value: inLocale(population, locale) },
          { name: t('people'), value: people ? <Figure estimate={people} /> : none },
          { name: t('cost'), value: cost ? <Figure estimate={cost} /> : none },
          { name: t('source'), value: source ? (source.year === null ? source.title : `${source.title} (${source.year})`) : none },
          { name: t('evidence'), value: <EvidenceMark grade={evidence} /> },
        ]}
      />
      <Link href={`/ruptures/${slug}?version=${version}`} target="_blank" rel="noopener" className="inline-block py-2">{t('open')}</Link>
    </Disclosure>
  )
}

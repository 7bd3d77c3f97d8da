import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import { headCount } from '#lib/domain/rupture.ts'
import { bridging, type Pathway } from '#components/pathway/map-input.ts'
import { EvidenceMark } from '#components/rupture/evidence-mark.tsx'
import { Figure } from '#components/rupture/figure.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Link } from '#components/ui/link.tsx'
import { Table } from '#components/ui/table.tsx'

/** The same map as a table, for those who would rather read it, copy it or hear it. */
export function PathwayTable({ pathway: { stages, ruptures, laureates } }: { pathway: Pathway }) {
  const t = useTranslations('home.table')
  const locale = useLocale()
  const stageTitle = new Map(stages.map(({ slug, title }) => [slug, inLocale(title, locale)]))
  return (
    <div className="mt-10">
      <Disclosure id="pathway-table" summary={t('open')}>
        <Table id="pathway-rows" caption={t('caption')} captionHidden>
          <thead>
            <tr>
              <th scope="col">{t('number')}</th>
              <th scope="col">{t('stage')}</th>
              <th scope="col">{t('rupture')}</th>
              <th scope="col">{t('people')}</th>
              <th scope="col">{t('year')}</th>
              <th scope="col">{t('evidence')}</th>
              <th scope="col">{t('laureates')}</th>
            </tr>
          </thead>
          <tbody>
            {ruptures.map(({ slug, stage, title, estimates }, index) => {
              const count = headCount(estimates)
              return (
                <tr key={slug}>
                  <td>{index + 1}</td>
                  <td>{stageTitle.get(stage)}</td>
                  <th scope="row">
                    <Link href={`/ruptures/${slug}`}>{inLocale(title, locale)}</Link>
                  </th>
                  <td>{count ? <Figure estimate={count} /> : t('none')}</td>
                  <td>{count?.year ?? t('none')}</td>
                  <td>{count?.evidence ? <EvidenceMark grade={count.evidence} /> : t('none')}</td>
                  <td>{bridging(laureates, slug).map(({ name }) => name).join(', ') || t('none')}</td>
                </tr>
              )
            })}
          </tbody>
        </Table>
      </Disclosure>
    </div>
  )
}

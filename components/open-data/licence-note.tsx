import { useTranslations } from 'next-intl'
import { licence } from '#lib/domain/licence.ts'
import { ExternalLink } from '#components/ui/link.tsx'

/** Under which terms, and how to cite. `address` is that of the ruptures table. */
export function LicenceNote({ address }: { address: string }) {
  const t = useTranslations('open-data')
  return (
    <>
      <p className="max-w-measure">{t.rich('licence.text', { link: (words) => <ExternalLink href={licence.url}>{words}</ExternalLink> })}</p>
      <p className="mt-5 font-semibold">{t('licence.cite')}</p>
      <p className="mt-1 max-w-measure break-words border-s-2 border-rule ps-4">{t('licence.citation', { table: t('datasets.ruptures.title'), address })}</p>
      <p className="mt-3 max-w-measure">{t('licence.original')}</p>
    </>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import type { ShownMeeting } from '#components/deliberation/shown-meeting.ts'
import { Section } from '#components/ui/heading.tsx'
import { Table } from '#components/ui/table.tsx'
import { formatNumber } from '#lib/i18n/format.ts'

/** The jury's order so far: the mean of final scores, ties as declared beforehand. */
export function JuryPlaces({ meeting: { places, agenda } }: { meeting: ShownMeeting }) {
  const t = useTranslations('deliberation.places')
  const locale = useLocale()
  if (places.length === 0) return null
  const named = new Map(agenda.map((item) => [item.applicationId, item]))
  return (
    <Section id="places" title={t('title')}>
      <Table id="place-table" caption={t('caption')} captionHidden>
        <thead><tr><th scope="col">{t('rank')}</th><th scope="col">{t('solution')}</th><th scope="col">{t('mean')}</th><th scope="col">{t('range')}</th></tr></thead>
        <tbody>
          {places.map(({ id, rank, exAequo, mean, low, high }) => (
            <tr key={id}>
              <td className="whitespace-nowrap tabular-nums">{rank}{exAequo && <span className="text-small text-soft"> {t('exAequo')}</span>}</td>
              <td>{named.get(id)?.solution}</td>
              <td className="tabular-nums">{formatNumber(mean, locale)}</td>
              <td className="whitespace-nowrap tabular-nums">{t('fromTo', { low: formatNumber(low, locale), high: formatNumber(high, locale) })}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  )
}

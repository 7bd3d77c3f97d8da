import { useTranslations } from 'next-intl'
import { Prose } from '#components/ui/page.tsx'
import { Table } from '#components/ui/table.tsx'
import { daysKeptAfterRemoval } from '#lib/domain/file.ts'

const kept = ['email', 'seats', 'sessions', 'audit', 'limits'] as const

/** What the portal knows of a visitor (nothing) and of a person with an account, and what for. */
export function PersonalData() {
  const t = useTranslations('legal.personal')
  return (
    <>
      <Prose>
        <p>{t('visitor')}</p>
        <p>{t('cookie')}</p>
      </Prose>
      <div className="mt-6">
        <Table id="kept" caption={t('caption')}>
          <thead>
            <tr>
              <th scope="col">{t('what')}</th>
              <th scope="col">{t('why')}</th>
            </tr>
          </thead>
          <tbody>
            {kept.map((row) => (
              <tr key={row}>
                <td className="w-1/2">{t(`rows.${row}.what`)}</td>
                <td>{t(`rows.${row}.why`)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      <Prose className="mt-6">
        <p>
          <strong>{t('patient')}</strong>
        </p>
        <p>{t('legalBasis')}</p>
        <p>{t('recipients')}</p>
        <p>{t('removedFiles', { days: daysKeptAfterRemoval })}</p>
      </Prose>
    </>
  )
}

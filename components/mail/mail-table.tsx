import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'
import { Table } from '#components/ui/table.tsx'
import { ShortInstant } from '#components/ui/time.tsx'

export type ListedMail = { id: string; recipient: string; subject: string; locale: 'fr' | 'en'; createdAt: Date }

/** Mails by subject, newest first. */
export function MailTable({ mails }: { mails: readonly ListedMail[] }) {
  const t = useTranslations('mail.mailbox')
  return (
    <Table id="mail-table" caption={t('caption')}>
      <thead>
        <tr>
          <th scope="col">{t('subject')}</th>
          <th scope="col">{t('recipient')}</th>
          <th scope="col">{t('writtenAt')}</th>
        </tr>
      </thead>
      <tbody>
        {mails.map(({ id, recipient, subject, locale, createdAt }) => (
          <tr key={id}>
            <th scope="row"><Link href={`/mailbox/${id}`} lang={locale}>{subject}</Link></th>
            <td>{recipient}</td>
            <td><ShortInstant at={createdAt} /></td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

import { useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure.tsx'

/** The very mails that would go out about one laureate, in each language somebody there reads, and to how many. */
export function ReminderMails({ mails }: { mails: readonly { locale: 'fr' | 'en'; people: number; subject: string; text: string }[] }) {
  const t = useTranslations('flag.reminder')
  return mails.map(({ locale, people, subject, text }) => (
    <Disclosure key={locale} summary={<span className="font-normal">{t('preview', { language: t(`languages.${locale}`), count: people })}</span>}>
      <div lang={locale} className="max-w-measure border-s-2 border-rule ps-4">
        <p className="font-semibold">{subject}</p>
        <p className="whitespace-pre-line [overflow-wrap:anywhere]">{text.trim()}</p>
      </div>
    </Disclosure>
  ))
}

import { useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import { mailMessages } from '#lib/i18n/mail-messages.ts'
import { createTranslator } from 'use-intl/core'

type Props = { call: { title: Localized }; people: readonly { locale: 'fr' | 'en'; people: number }[] }

/** The very mail that will go out, in each language, and to how many people: the same for every outcome. */
export function MailPreview({ call, people }: Props) {
  const t = useTranslations('decision.release')
  if (people.length === 0) return <EmptyState title={t('nobody')} />
  return (
    <>
      {people.map(({ locale, people: count }) => {
        const say = createTranslator({ locale, messages: { outbox: mailMessages(locale).outbox } })
        const values = { call: inLocale(call.title, locale), link: '…', portal: '' }
        return (
          <Disclosure key={locale} summary={t('preview', { language: t(`languages.${locale}`), count })}>
            <div lang={locale} className="max-w-measure border-s-2 border-rule ps-4">
              <p className="font-semibold">{say('outbox.decision.subject', values)}</p>
              <p className="whitespace-pre-line">{say('outbox.decision.text', values).trim()}</p>
            </div>
          </Disclosure>
        )
      })}
    </>
  )
}

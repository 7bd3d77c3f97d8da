import { useLocale, useTranslations } from 'next-intl'
import { inLanguage } from '#lib/i18n/address.ts'
import { locales } from '#lib/i18n/locale.ts'

/** FR / EN, leading to the same page and question in the other language. */
export function LanguageSwitch({ target }: { target: string }) {
  const t = useTranslations('site.languages')
  const here = useLocale()
  return (
    <ul aria-label={t('choose')} className="flex items-center">
      {locales.map((locale, index) => (
        <li key={locale} className="flex items-center">
          {index > 0 && <span aria-hidden="true">/</span>}
          {locale === here ? (
            <span aria-current="true" className="px-2 font-bold">
              {t(`${locale}.short`)}
              <span className="sr-only"> ({t('current')})</span>
            </span>
          ) : (
            <a href={inLanguage(target, locale)} lang={locale} hrefLang={locale} className="flex min-h-11 min-w-11 items-center justify-center px-2">
              {t(`${locale}.short`)}
              <span className="sr-only"> – {t(`${locale}.long`)}</span>
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

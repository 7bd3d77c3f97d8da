import { useTranslations } from 'next-intl'
import { Section } from '#components/ui/heading.tsx'

/** What the portal commits to, in words anyone can hold it to. */
export function HomePromises() {
  const t = useTranslations('home.promises')
  return (
    <Section id="promises" title={t('title')}>
      <ul className="grid gap-x-9 gap-y-6 border-t-2 border-line pt-5 md:grid-cols-3">
        {(['kept', 'private', 'sourced'] as const).map((promise) => (
          <li key={promise}>
            <h3 className="font-serif text-h3 font-medium">{t(`${promise}.title`)}</h3>
            <p className="mt-2 text-soft">{t(`${promise}.text`)}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

import { DeadEnd } from '#components/site/dead-end.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { errorWords } from '#lib/i18n/error-words.ts'
import type { Locale } from '#lib/i18n/locale.ts'

/** Says that something failed on our side. It carries its own words, since whatever gives words may have failed too. */
export function Failure({ locale, again, digest }: { locale: Locale; again: string | (() => void); digest?: string | undefined }) {
  const words = errorWords[locale]
  return (
    <DeadEnd title={words.title} text={words.text}>
      {typeof again === 'string' ? (
        <a href={again} className={buttonClass('primary')}>
          {words.again}
        </a>
      ) : (
        <button type="button" onClick={again} className={buttonClass('primary')}>
          {words.again}
        </button>
      )}
      <a href={`/${locale}`} className={buttonClass('secondary')}>
        {words.home}
      </a>
      {digest && <p className="w-full text-small text-soft">{words.reference.replace('{digest}', digest)}</p>}
    </DeadEnd>
  )
}

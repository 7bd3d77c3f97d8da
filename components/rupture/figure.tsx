import { useLocale, useTranslations } from 'next-intl'
import { type FigureOf, figureWords, type FigureWords } from '#components/rupture/figure-words.ts'

/** `figureWords` in the reader's language. */
export function useFigureWords(): (estimate: FigureOf) => FigureWords {
  const t = useTranslations('rupture.figure')
  const locale = useLocale()
  return (estimate) => figureWords(estimate, locale, t)
}

/** A figure of a rupture in words. What was looked for and not found is said in italics, never as zero. */
export function Figure({ estimate, className = '' }: { estimate: FigureOf; className?: string }) {
  const { main, range, found } = useFigureWords()(estimate)
  if (!found) return <span className="font-note italic text-soft">{main}</span>
  return (
    <span className={`tabular-nums ${className}`}>
      {main}
      {range && <span className="font-normal text-soft"> ({range})</span>}
    </span>
  )
}

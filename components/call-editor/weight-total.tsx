'use client'
import { useEffect, useRef, useState } from 'react'
import { totalWeight } from '#lib/domain/call-settings.ts'

/** What the weights of a grid add up to, while they are typed; without script, what they added up to when saved. */
export function WeightTotal({ saved, locale, words }: { saved: number; locale: string; words: { right: string; wrong: string } }) {
  const [total, setTotal] = useState(saved)
  const place = useRef<HTMLOutputElement>(null)
  useEffect(() => {
    const form = place.current?.form
    const add = () => {
      const fields = [...(form?.querySelectorAll<HTMLInputElement>('input[name$=".weight"]') ?? [])]
      setTotal(totalWeight(fields.map(({ value }) => Number(value.replace(',', '.')) || 0)))
    }
    form?.addEventListener('input', add)
    return () => form?.removeEventListener('input', add)
  }, [])
  const isRight = total === 100
  return (
    <output ref={place} className={`block font-semibold tabular-nums ${isRight ? 'text-bridge-ink' : 'text-uncertain-ink'}`}>
      {(isRight ? words.right : words.wrong).replace('#', new Intl.NumberFormat(locale).format(total))}
    </output>
  )
}

'use client'
import { useEffect, useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react'
import { useField } from '#components/form/form-state.ts'
import { CompanyCard, type IdentityWords, type ShownCompany } from '#components/organisation/company-card.tsx'
import { useCompanySearch } from '#components/organisation/company-search.ts'
import { Button } from '#components/ui/button.tsx'
import { CheckField, inputClass } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { digitsOf, formatSiren, isSiren, sirenFault } from '#lib/domain/siren.ts'
import type { Locale } from '#lib/i18n/locale.ts'

/** What is stored already; `company` when a member has confirmed it. */
export type KeptIdentity = { siren: string | null; beingCreated: boolean; company: ShownCompany | null }

type Props = {
  words: IdentityWords
  locale: Locale
  /** Where the portal answers about a company; the digits come after it. */
  address: string
  kept?: KeptIdentity | undefined
  /** The field of the form that gets the company's name when it is confirmed and nothing is typed there. */
  fills?: string
}

/**
 * Who the organisation is: a SIREN looked up and confirmed, declared, or none yet. Stands in a form and sends `siren` and
 * `identity` (`confirmed`, `being-created` or nothing). Without script the number is typed and kept as declared.
 */
export function IdentityStep({ words, locale, address, kept, fills }: Props) {
  const field = useField('siren')
  const statement = useField('identity')
  const input = useRef<HTMLInputElement>(null)
  const box = useRef<HTMLInputElement>(null)
  const first = kept?.siren ? formatSiren(kept.siren) : ''
  const [typed, setTyped] = useState(field.typed ?? first)
  const [left, setLeft] = useState(false)
  const [beingCreated, setBeingCreated] = useState(statement.sent ? statement.typed === 'being-created' : (kept?.beingCreated ?? false))
  const [confirmed, setConfirmed] = useState(kept?.company?.siren ?? null)
  const [search, look] = useCompanySearch(address)
  const awake = useSyncExternalStore(never, () => true, () => false)

  // The page may have been filled in before it woke up, and a refusal resets the form to what was sent.
  useEffect(() => {
    const read = () => {
      setTyped(input.current?.value ?? '')
      setBeingCreated(box.current?.checked ?? false)
    }
    const afterReset = () => queueMicrotask(read)
    const form = input.current?.form
    read()
    form?.addEventListener('reset', afterReset)
    return () => form?.removeEventListener('reset', afterReset)
  }, [])

  const digits = digitsOf(typed)
  const number = isSiren(digits) && !beingCreated ? digits : null
  const outcome = number !== null && search?.siren === number ? search.outcome : null
  const answered = outcome === 'looking' ? null : outcome
  const company = answered?.outcome === 'found' ? answered.company : answered === null && outcome === null && number !== null && kept?.company?.siren === number ? kept.company : null
  const isConfirmed = company !== null && confirmed === number
  const fault = beingCreated ? null : sirenFault(typed)
  const sentence = fault !== null && (fault !== 'incomplete' || left) ? words.faults[fault] : field.typed === typed ? field.error : undefined

  function verify() {
    setLeft(true)
    if (number === null) input.current?.focus()
    else look(number)
  }

  function decide() {
    setConfirmed(isConfirmed ? null : number)
    if (!isConfirmed && company && fills) fillEmpty(input.current?.form?.elements.namedItem(fills), company.name)
  }

  /** Enter looks the number up first; once it has been, Enter sends the form as everywhere. */
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || number === null || company !== null || (answered !== null && answered.outcome !== 'found')) return
    event.preventDefault()
    verify()
  }

  return (
    <div className="max-w-measure space-y-3">
      <div>
        <label htmlFor={field.id} className="mb-1 block font-semibold">
          {words.siren} <span className="font-normal text-soft">({field.optional})</span>
        </label>
        <div className="flex flex-wrap gap-3">
          <input
            ref={input}
            id={field.id}
            name="siren"
            inputMode="numeric"
            autoComplete="off"
            defaultValue={field.typed ?? first}
            // Without script nobody could put it back.
            disabled={awake && beingCreated}
            onInput={(event) => {
              setTyped(event.currentTarget.value)
              setLeft(false)
            }}
            onBlur={() => setLeft(true)}
            onKeyDown={onKeyDown}
            aria-invalid={sentence ? true : undefined}
            aria-describedby={`${sentence ? `${field.id}-error ` : ''}${field.id}-hint`}
            className={`${inputClass} min-w-40 max-w-56 flex-1 tabular-nums disabled:opacity-60 ${sentence ? 'border-2 border-rupture' : ''}`}
          />
          <Button onClick={verify} disabled={!awake || beingCreated} aria-describedby={field.id} className="noscript:hidden">{words.verify}</Button>
        </div>
        <div aria-live="polite">{sentence && <p id={`${field.id}-error`} className="mt-1 font-semibold text-rupture-ink">{sentence}</p>}</div>
        <p id={`${field.id}-hint`} className="mt-1 text-small text-soft">{words.hint}</p>
      </div>
      <div aria-live="polite" className="space-y-3">
        {outcome === 'looking' && <p>{words.looking}</p>}
        {company && <p className={isConfirmed ? 'font-semibold text-bridge-ink' : ''}>{isConfirmed ? words.confirmed : words.found}</p>}
        {company && (
          <CompanyCard company={company} words={words} locale={locale} confirmed={isConfirmed}>
            {answered?.outcome === 'found' && !answered.company.active && <div className="mb-4"><Notice tone="uncertain">{words.ceased}</Notice></div>}
            <Button onClick={decide} disabled={!awake} className="noscript:hidden">{isConfirmed ? words.unconfirm : words.confirm}</Button>
          </CompanyCard>
        )}
        {answered?.outcome === 'unknown' && <Notice title={words.unknown[answered.why].title}>{words.unknown[answered.why].text}</Notice>}
        {answered?.outcome === 'unreachable' && <Notice tone="uncertain" title={words.unreachable.title}>{words.unreachable.text}</Notice>}
      </div>
      {isConfirmed && <input type="hidden" name="identity" value="confirmed" />}
      <div>
        <CheckField
          ref={box}
          id={statement.id}
          name="identity"
          value="being-created"
          label={words.beingCreated}
          defaultChecked={statement.sent ? statement.typed === 'being-created' : kept?.beingCreated}
          onChange={(event) => setBeingCreated(event.currentTarget.checked)}
          aria-describedby={`${statement.id}-hint`}
        />
        <p id={`${statement.id}-hint`} className="text-small text-soft">{words.beingCreatedHint}</p>
      </div>
    </div>
  )
}

const never = () => () => {}

function fillEmpty(field: Element | RadioNodeList | null | undefined, text: string) {
  if (field instanceof HTMLInputElement && field.value.trim() === '') field.value = text
}

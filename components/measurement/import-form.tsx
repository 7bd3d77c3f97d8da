'use client'
import { useActionState, useEffect, useRef } from 'react'
import type { ImportState } from '#lib/domain/import-state.ts'
import { Button } from '#components/ui/button.tsx'
import { inputClass } from '#components/ui/field.tsx'
import { formWords } from '#lib/i18n/form-words.ts'
import type { Locale } from '#lib/i18n/locale.ts'

/** Sentences by name; `#` is a count, `@` the rows read. Singular and plural apart, as the language has them. */
export type ImportWords = {
  file: string; fileHint: string; paste: string; check: string; pending: string; noPatientData: string
  sound: readonly [string, string]; do: readonly [string, string]; doHint: string; faulty: string; more: string; imported: readonly [string, string]
  caption: string; line: string; column: string; value: string; why: string; empty: string; wholeFile: string; nothing: string; codes: Record<string, string>
}
type Props = { target: { programmeId?: string; slug?: string }; action: (state: ImportState, form: FormData) => Promise<ImportState>; words: ImportWords; locale: Locale }

const counted = (count: number, [one, more]: readonly [string, string]) => (count === 1 ? one : more.replace('#', String(count)))

/** A CSV read as a trial first, every bad cell named, then imported whole. Works without script. */
export function ImportForm({ target, action, words, locale }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'new' })
  const told = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.status !== 'new') told.current?.focus()
  }, [state])
  const said = formWords[locale]
  const carried = Object.entries(target).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
  const text = state.status === 'tried' || state.status === 'refused' ? state.text : ''
  const sound = state.status === 'tried' && state.faults.length === 0 && state.count > 0
  return (
    <div className="space-y-6">
      <div ref={told} tabIndex={-1}>
        {state.status === 'done' && <p role="status" className="border-s-4 border-bridge bg-wash px-4 py-3 font-semibold">{counted(state.imported, words.imported)}</p>}
        {state.status === 'refused' && <p role="alert" className="border-s-4 border-rupture bg-wash px-4 py-3 font-semibold">{said.reasons[state.reason ?? ''] ?? (text.trim() === '' ? words.nothing : said.refusals[state.code])}</p>}
        {state.status === 'tried' && !sound && <Faults state={state} words={words} />}
        {sound && (
          <form action={send} className="space-y-3 border-s-4 border-bridge bg-wash px-4 py-3">
            <p role="status" className="font-semibold">{counted(state.count, words.sound)}</p>
            {carried}
            <input type="hidden" name="text" value={text} />
            <input type="hidden" name="confirmed" value={state.count} />
            <Button type="submit" tone="primary" aria-disabled={pending}>{counted(state.count, words.do)}</Button>
            <p className="text-small text-soft">{words.doHint}</p>
          </form>
        )}
      </div>
      <form action={send} className="max-w-measure space-y-5">
        {carried}
        <p className="border-s-4 border-line bg-wash px-4 py-2 text-small">{words.noPatientData}</p>
        <div>
          <label htmlFor="import-file" className="mb-1 block font-semibold">{words.file}</label>
          <input id="import-file" type="file" name="file" accept=".csv,text/csv" aria-describedby="import-file-hint" className={inputClass} />
          <p id="import-file-hint" className="mt-1 text-small text-soft">{words.fileHint}</p>
        </div>
        <div>
          <label htmlFor="import-text" className="mb-1 block font-semibold">{words.paste}</label>
          <textarea key={text.length} id="import-text" name="text" rows={6} defaultValue={text.length > 20_000 ? '' : text} className={`${inputClass} font-mono text-small`} />
        </div>
        <Button type="submit" tone={sound ? 'secondary' : 'primary'} aria-disabled={pending}>{words.check}{pending && <span className="sr-only">{words.pending}</span>}</Button>
      </form>
    </div>
  )
}

/** Every bad cell: where it is, what stands there, and why it is no good. */
function Faults({ state: { lines, faults, more }, words }: { state: ImportState & { status: 'tried' }; words: ImportWords }) {
  return (
    <div role="alert" className="space-y-3 border-s-4 border-rupture ps-4">
      <p className="font-semibold">{words.faulty.replace('#', String(faults.length + more)).replace('@', String(lines))}</p>
      <div role="region" aria-label={words.caption} tabIndex={0} className="max-h-[28rem] max-w-full overflow-auto">
        <table className="table">
          <caption className="sr-only">{words.caption}</caption>
          <thead><tr><th scope="col" className="number">{words.line}</th><th scope="col">{words.column}</th><th scope="col">{words.value}</th><th scope="col">{words.why}</th></tr></thead>
          <tbody>
            {faults.map(({ line, column, value, code }, index) => (
              <tr key={`${line} ${column} ${code} ${index}`}>
                <td className="number">{line}</td><td>{column ?? words.wholeFile}</td><td className="max-w-56 [overflow-wrap:anywhere]">{value || <em>{words.empty}</em>}</td><td className="min-w-56">{words.codes[code] ?? words.codes.other}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 && <p>{words.more.replace('#', String(more))}</p>}
    </div>
  )
}

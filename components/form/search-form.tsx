import { Button } from '#components/ui/button.tsx'
import { InputField } from '#components/ui/field.tsx'

/** One field that looks things up on the page it is on; what is looked for stays in the address as `q`. */
export function SearchForm({ label, send, value }: { label: string; send: string; value: string }) {
  return (
    <search>
      <form method="get" className="mb-8 flex max-w-measure flex-wrap items-end gap-3">
        <InputField id="q" name="q" type="search" label={label} defaultValue={value} className="min-w-56 flex-1" />
        <Button type="submit">{send}</Button>
      </form>
    </search>
  )
}

import type { ReactNode } from 'react'

/** Names and values, side by side where there is room. An absent value should be said, not left out. */
export function DefinitionList({ items }: { items: readonly { name: ReactNode; value: ReactNode }[] }) {
  return (
    <dl className="max-w-measure border-t border-rule">
      {items.map(({ name, value }, index) => (
        <div key={index} className="grid gap-x-6 border-b border-rule py-3 sm:grid-cols-[12rem_1fr]">
          <dt className="text-soft">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

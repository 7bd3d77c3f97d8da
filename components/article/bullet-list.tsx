import type { ReactNode } from 'react'

/** A short list of sentences at reading measure. */
export function BulletList({ items }: { items: readonly { key: string; text: ReactNode }[] }) {
  return (
    <ul className="prose list-disc space-y-2 ps-5 marker:text-soft">
      {items.map(({ key, text }) => (
        <li key={key}>{text}</li>
      ))}
    </ul>
  )
}

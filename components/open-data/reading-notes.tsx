import { useTranslations } from 'next-intl'
import { BulletList } from '#components/article/bullet-list.tsx'

const notes = ['empty', 'bounds', 'sums', 'compare', 'lists', 'formula', 'proposal', 'demonstration'] as const

/** How to read the files without being misled. */
export function ReadingNotes() {
  const t = useTranslations('open-data.reading')
  return <BulletList items={notes.map((key) => ({ key, text: t.rich(key, { code: (name) => <code className="text-small">{name}</code> }) }))} />
}

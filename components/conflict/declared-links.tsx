import { useTranslations } from 'next-intl'
import { Heading } from '#components/ui/heading.tsx'
import { ShortInstant } from '#components/ui/time.tsx'
import type { ConflictOrigin, ConflictReason } from '#lib/domain/conflict.ts'

type Link = { origin: ConflictOrigin; reason: ConflictReason; note: string | null; madeAt: Date }

/** What keeps the reader away already: reasons and days; which applications is not said any more. */
export function DeclaredLinks({ links }: { links: readonly Link[] }) {
  const t = useTranslations('conflict')
  if (links.length === 0) return null
  return (
    <section aria-labelledby="declared" className="mb-8 space-y-2">
      <Heading as={2} size={3} id="declared">{t('own.standing', { count: links.length })}</Heading>
      <p className="max-w-measure text-soft">{t('own.standingHint')}</p>
      <ul className="list-disc ps-5">
        {links.map(({ origin, reason, note, madeAt }, index) => (
          <li key={index}>
            {t(`origins.${origin}`)}, <ShortInstant at={madeAt} /> · {t(`reasons.${reason}`)} {note && origin === 'declared' && <span className="text-soft [overflow-wrap:anywhere]">{t('said', { text: note })}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

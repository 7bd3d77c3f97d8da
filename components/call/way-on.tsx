import { useTranslations } from 'next-intl'
import type { CallState } from '#lib/domain/call.ts'
import { ButtonLink } from '#components/ui/button.tsx'

const rooms = ['eligibility', 'form', 'grid'] as const
const words = { eligibility: 'eligible', form: 'form', grid: 'grid' } as const

/** From one page about applying to the next: apply when it is the time, and what else there is to read. */
export function WayOn({ slug, state, here, applies = true }: { slug: string; state: CallState; here: (typeof rooms)[number]; applies?: boolean }) {
  const t = useTranslations('call.window')
  return (
    <p className="no-print mt-10 flex flex-wrap gap-3">
      {applies && state === 'open' && (
        <ButtonLink href={`/applications/start/${slug}`} tone="primary">
          {t('apply')}
        </ButtonLink>
      )}
      {rooms
        .filter((room) => room !== here && !(room === 'eligibility' && state === 'closed'))
        .map((room) => (
          <ButtonLink key={room} href={`/calls/${slug}/${room}`}>
            {t(words[room])}
          </ButtonLink>
        ))}
    </p>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { RoundPlaces, type RoundPlace } from '#components/round/round-places.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Page } from '#components/ui/page.tsx'
import { Tag, type TagTone } from '#components/ui/tag.tsx'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import type { RoundKind, RoundPhase } from '#lib/domain/round.ts'

/** A round as the head of its pages shows it; the shape of `roundHead`. */
export type HeadedRound = { id: string; kind: RoundKind; name: Localized; phase: RoundPhase; call: { slug: string; title: Localized; demonstration: boolean } }

type Props = { head: HeadedRound; here: RoundPlace; lead?: ReactNode; saved?: ReactNode; wide?: boolean; children: ReactNode }

export const phaseTones: Readonly<Record<RoundPhase, TagTone>> = { preparing: 'uncertain', declaring: 'line', scoring: 'bridge', closed: 'plain' }

/** The frame of every page managers run a round from: which round of which call, where it stands, where else to go. `wide` leaves the places above. */
export function RoundPage({ head, here, lead, saved, wide = false, children }: Props) {
  const t = useTranslations('round')
  const locale = useLocale()
  const name = inLocale(head.name, locale)
  const room = `/manage/calls/${head.call.slug}`
  return (
    <Page>
      <header className="pb-6 pt-5">
        <Breadcrumb items={[{ href: room, label: inLocale(head.call.title, locale) }, { href: `${room}/rounds`, label: t('list.title') }, { href: `/manage/rounds/${head.id}`, label: name }]} />
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
          <Heading as={1} size={2} className="max-w-[44ch]">{here === 'board' ? name : t('titles.of', { place: t(`titles.${here}`), round: name })}</Heading>
          <Tag tone={phaseTones[head.phase]}>{t(`phases.${head.phase}`)}</Tag>
          {head.call.demonstration && <Tag tone="uncertain">{t('demonstration')}</Tag>}
        </div>
        {lead && <p className="mt-2 max-w-measure text-soft">{lead}</p>}
      </header>
      <div className={wide ? 'space-y-6' : 'grid gap-x-10 gap-y-6 lg:grid-cols-[12.5rem_minmax(0,1fr)]'}>
        <RoundPlaces round={head} here={here} wide={wide} />
        <div className="group/editor min-w-0 space-y-6">
          {/* What was saved before is no answer to what was refused since. */}
          {saved && <div className="group-has-[form_[role=alert]:not(:empty)]/editor:hidden"><Notice tone="done" role="status" title={saved} /></div>}
          {children}
        </div>
      </div>
    </Page>
  )
}

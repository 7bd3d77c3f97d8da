import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicCall } from '#lib/domain/public-call.ts'
import { CallState } from '#components/call/call-state.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { PageHead } from '#components/ui/heading.tsx'

/** The top of a call's page: its series, its title and where it stands. */
export function CallHead({ call, lead, children }: { call: PublicCall; lead: ReactNode; children?: ReactNode }) {
  const t = useTranslations('call')
  const locale = useLocale()
  const { initiative } = call
  return (
    <PageHead
      above={<Breadcrumb items={[{ href: '/calls', label: t('title') }, { href: `/initiatives/${initiative.slug}`, label: inLocale(initiative.title, locale) }]} />}
      title={inLocale(call.title, locale)}
      lead={lead}
    >
      <p className="mt-4 flex flex-wrap gap-2">
        <CallState call={call} />
      </p>
      {children}
    </PageHead>
  )
}

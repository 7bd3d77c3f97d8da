import { useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { Form } from '#components/form/form.tsx'
import { NoticeItem, type ShownNotice } from '#components/notice/notice-item.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { tierOf } from '#lib/domain/notice.ts'

type Props = { today: string; notices: readonly ShownNotice[]; see: ActionFormProps['action']; seeAll: ActionFormProps['action'] }

/** What waits for somebody under what kind of importance it has, most important first. */
export function NoticeList({ today, notices, see, seeAll }: Props) {
  const t = useTranslations('notice')
  const choice = <p><Link href="/account#notices" className="inline-block py-1">{t('preferences')}</Link></p>
  if (notices.length === 0) return <EmptyState title={t('none')}><p>{t('noneText')}</p>{choice}</EmptyState>
  const fresh = notices.filter(({ seen }) => !seen).length
  return (
    <>
      <p className="font-semibold">{t('count', { count: notices.length, fresh })}</p>
      <div className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2">
        {fresh > 1 && <Form id="see-all" action={seeAll} tone="secondary" submit={t('seeAll')} className="" />}
        {choice}
      </div>
      {[...Map.groupBy(notices, (it) => tierOf(it, today))].map(([tier, those]) => (
        <Section key={tier} id={tier} title={t(`tiers.${tier}`)} className="md:mt-12">
          <ul className="border-b border-rule">
            {those.map((it) => <NoticeItem key={it.id} notice={it} tier={tier} see={see} />)}
          </ul>
        </Section>
      ))}
    </>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Table } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { Day, ShortInstant } from '#components/ui/time.tsx'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import { type ManagedState, managedStates } from '#lib/domain/managed-call.ts'

type Managed = {
  slug: string; title: Localized; state: ManagedState; opensAt: Date | null; closesAt: Date | null; answerOn: string | null; demonstration: boolean
  writing: number; submitted: number; toScreen: number
}

/** The calls run here, by where they stand; each number leads to what it counts. */
export function ManagedCalls({ calls }: { calls: readonly Managed[] }) {
  const t = useTranslations('call-editor')
  return managedStates.map((state) => {
    const own = calls.filter((call) => call.state === state)
    return own.length === 0 ? null : (
      <Section key={state} id={state} title={t(`list.groups.${state}`, { count: own.length })} className="!mt-8">
        <CallTable state={state} calls={own} />
      </Section>
    )
  })
}

function CallTable({ state, calls }: { state: ManagedState; calls: readonly Managed[] }) {
  const t = useTranslations('call-editor.list')
  const of = useTranslations('call-editor')
  const locale = useLocale()
  const takesFiles = state !== 'preparing' && state !== 'announced'
  return (
    <Table id={`${state}-table`} caption={t('caption', { group: t(`groups.${state}`, { count: calls.length }) })} captionHidden>
      <thead>
        <tr>
          <th scope="col">{t('call')}</th>
          <th scope="col">{t('opens')}</th>
          <th scope="col">{t('closes')}</th>
          <th scope="col">{t('answer')}</th>
          {takesFiles && <><th scope="col" className="number">{t('writing')}</th><th scope="col" className="number">{t('submitted')}</th><th scope="col" className="number">{t('toScreen')}</th></>}
        </tr>
      </thead>
      <tbody>
        {calls.map((call) => {
          const files = `/manage/calls/${call.slug}/applications`
          return (
            <tr key={call.slug}>
              <th scope="row">
                <Link href={`/manage/calls/${call.slug}`}>{inLocale(call.title, locale)}</Link> {call.demonstration && <Tag tone="uncertain">{of('demonstration')}</Tag>}
              </th>
              <td>{call.opensAt ? <ShortInstant at={call.opensAt} /> : t('unknown')}</td>
              <td>{call.closesAt ? <ShortInstant at={call.closesAt} /> : t('unknown')}</td>
              <td className="whitespace-nowrap">{call.answerOn ? <Day date={call.answerOn} /> : t('unknown')}</td>
              {takesFiles && (
                <>
                  <td className="number"><Link href={`/manage/calls/${call.slug}/deadline#drafts`}>{call.writing}</Link></td>
                  <td className="number"><Link href={files}>{call.submitted}</Link></td>
                  <td className="number"><Link href={`${files}?eligibility=pending`}>{call.toScreen}</Link></td>
                </>
              )}
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { PromiseFields } from '#components/commitment/commitment-fields.tsx'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { ShortInstant } from '#components/ui/time.tsx'
import { inLocale, type Localized } from '#lib/domain/localized.ts'

export type ShownAsk = {
  checkInId: string; organisationName: string; laureateName: string; month: number; ask: string; askedAt: Date; mayTakeOn: boolean
  call: { slug: string; title: Localized; demonstration: boolean }
  taken: { id: string; title: string } | null
}

/** What laureates ask of one's organisation, in their words, with the commitment that answers it or a form to make one. */
export function AskList({ asks, takeOn }: { asks: readonly ShownAsk[]; takeOn: ActionFormProps['action'] }) {
  const t = useTranslations('commitment')
  const locale = useLocale()
  if (asks.length === 0) return null
  return (
    <section aria-labelledby="asks" className="mb-10">
      <Heading as={2} id="asks" className="mb-1">{t('asks.title')}</Heading>
      <p className="mb-3 max-w-measure text-soft">{t('asks.lead')}</p>
      <ul className="border-b border-rule">
        {asks.map(({ checkInId, organisationName, laureateName, month, ask, askedAt, mayTakeOn, call, taken }) => (
          <li key={checkInId} id={`ask-${checkInId}`} className="space-y-2 border-t border-rule py-5">
            <p className="flex flex-wrap items-baseline gap-x-3 text-small"><Link href={`/calls/${call.slug}`}>{inLocale(call.title, locale)}</Link>{call.demonstration && <Tag tone="uncertain">{t('demonstration')}</Tag>}</p>
            <Heading as={3} size={4} className="text-pretty">{laureateName}</Heading>
            <p className="text-small text-soft">{t('asks.to', { organisation: organisationName, month })} <ShortInstant at={askedAt} /></p>
            <p className="max-w-measure border-s-4 border-line ps-4 whitespace-pre-line [overflow-wrap:anywhere]">{ask}</p>
            {taken && <p><span className="font-semibold text-bridge-ink">{t('asks.taken')}</span> <a href={`#commitment-${taken.id}`}>{taken.title}</a></p>}
            {!taken && mayTakeOn && (
              <Disclosure summary={t('asks.takeOn')}>
                <p className="mb-4 max-w-measure text-soft">{t('asks.takeOnText')}</p>
                <Form id={`take-on-${checkInId}`} action={takeOn} submit={t('asks.submit')} submitLabel={t('asks.label', { laureate: laureateName })} tone="secondary" className="space-y-4">
                  <HiddenField name="checkInId" value={checkInId} />
                  <PromiseFields />
                </Form>
              </Disclosure>
            )}
            {!taken && <p className="max-w-measure text-small text-soft">{t('asks.otherwise')}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

import { useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { ConfirmField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { RoundTurn } from '#components/round/round-turn.tsx'
import { Heading } from '#components/ui/heading.tsx'

/** Does away with a round nobody was asked anything in. */
export function DiscardSection({ round, discard }: { round: { id: string; version: number }; discard: ActionFormProps['action'] }) {
  const t = useTranslations('round.discard')
  return (
    <section aria-labelledby="discard" className="border-t border-rule pt-4">
      <Heading as={2} size={3} id="discard">{t('title')}</Heading>
      <p className="max-w-measure text-soft">{t('text')}</p>
      <Form id="discard-round" action={discard} tone="secondary" submit={t('do')} className="space-y-2">
        <RoundTurn round={round} />
        <ConfirmField name="confirmed" label={t('confirm')} />
      </Form>
    </section>
  )
}

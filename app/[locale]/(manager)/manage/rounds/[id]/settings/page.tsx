import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { Form } from '#components/form/form.tsx'
import { CriteriaFields } from '#components/round/criteria-fields.tsx'
import { DiscardSection } from '#components/round/discard-section.tsx'
import { GridPreview } from '#components/round/grid-preview.tsx'
import { PresentationFields } from '#components/round/presentation-fields.tsx'
import { RoundPage } from '#components/round/round-page.tsx'
import { RoundSteps } from '#components/round/round-steps.tsx'
import { RoundTurn } from '#components/round/round-turn.tsx'
import { RulesFields } from '#components/round/rules-fields.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { orNotFound } from '#lib/server/page.ts'
import { showRound } from '#lib/server/round/show-rounds.ts'
import { ask, close, criteria, discard, open, presentation, rules } from '../../actions.ts'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

const load = cache(async (roundId: string) => orNotFound(showRound(await signedInCaller(), { roundId })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, locale, { head }] = await Promise.all([getTranslations('round.titles'), getLocale(), params.then(({ id }) => load(id))])
  return { title: t('of', { place: t('settings'), round: inLocale(head.name, locale) }) }
}

/** Whole numbers of an address, as `asked=4.2`; null for anything else. */
const numbers = (value: unknown) => (typeof value === 'string' && /^\d{1,5}(?:\.\d{1,5})?$/.test(value) ? value.split('.').map(Number) : null)

export default async function RoundSettingsPage({ params, searchParams }: Props) {
  const [t, { id }, search] = await Promise.all([getTranslations('round'), params, searchParams])
  const shown = await load(id)
  const { head, settings } = shown
  const [asked, opened] = [numbers(search.asked), numbers(search.opened)]
  const done = asked ? t('steps.preparing.done', { told: asked[0] ?? 0, found: asked[1] ?? 0 }) : opened ? t('steps.declaring.done', { told: opened[0] ?? 0 }) : search.closed ? t('steps.scoring.done') : search.saved ? t('saved') : null
  const locked = head.phase === 'scoring' || head.phase === 'closed'
  const parts = [
    { key: 'presentation', action: presentation, locked: head.phase === 'closed', fields: <PresentationFields round={settings} /> },
    { key: 'rules', action: rules, locked, fields: <RulesFields round={settings} criteria={shown.criteria} /> },
    { key: 'criteria', action: criteria, locked, fields: <CriteriaFields criteria={shown.criteria} /> },
  ] as const
  return (
    <RoundPage head={head} here="settings" saved={done}>
      <RoundSteps round={shown} actions={{ ask, open, close }} />
      {parts.map((part) => (
        <section key={part.key} aria-labelledby={part.key} className="border-t border-rule pt-5">
          <Heading as={2} size={3} id={part.key}>{t(`${part.key}.title`)}</Heading>
          <p className="mb-4 max-w-measure text-soft">{t(part.locked ? 'locked' : `${part.key}.lead`)}</p>
          <Form id={`${part.key}-form`} action={part.action} submit={t('save')} locked={part.locked} tone="secondary">
            <RoundTurn round={head} />
            {part.fields}
          </Form>
        </section>
      ))}
      <Disclosure id="preview" summary={t('preview.title')}><GridPreview guidance={settings.guidance} criteria={shown.criteria} /></Disclosure>
      {head.phase === 'preparing' && <DiscardSection round={head} discard={discard} />}
    </RoundPage>
  )
}

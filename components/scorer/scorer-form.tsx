import { useLocale, useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { HiddenField, TextField, TickField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import type { ListedScorer, Rupture, Stage } from '#components/scorer/scorer-table.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import type { RoundKind } from '#lib/domain/round.ts'

type Action = ActionFormProps['action']
type Props = { round: { id: string; kind: RoundKind }; scorer: ListedScorer; stages: readonly Stage[]; ruptures: readonly Rupture[]; change: Action; remove: Action }

/** One scorer: voice, cap, and what they know best, in stages and in ruptures of each; or out of the round. */
export function ScorerForm({ round, scorer, stages, ruptures, change, remove }: Props) {
  const t = useTranslations('scorer')
  const locale = useLocale()
  return (
    <section aria-labelledby="edit" className="space-y-4 border-s-4 border-line ps-4">
      <Heading as={2} size={3} id="edit">{scorer.name}</Heading>
      <Form id="scorer-form" action={change} submit={t('save')}>
        <HiddenField name="scorerId" value={scorer.id} />
        <div className="flex flex-wrap gap-x-8">
          <TickField name="clinical" label={t('clinicalTick')} ticked={scorer.clinical} />
          <TickField name="livedExperience" label={t('livedExperienceTick')} ticked={scorer.livedExperience} />
          {round.kind === 'jury' ? <TickField name="chair" label={t('chairTick')} ticked={scorer.chair} /> : scorer.chair && <HiddenField name="chair" value="yes" />}
        </div>
        <TextField name="cap" inputMode="numeric" label={t('cap')} hint={t('capHint')} defaultValue={scorer.cap} className="max-w-32 tabular-nums" />
        <fieldset>
          <legend className="font-semibold">{t('expertise')}</legend>
          <p className="max-w-measure text-small text-soft">{t('expertiseHint')}</p>
          <div className="flex flex-wrap gap-x-8">{stages.map(({ slug, title }) => <TickField key={slug} name={`stages.${slug}`} label={inLocale(title, locale)} ticked={scorer.stages.includes(slug)} />)}</div>
          {stages.map(({ slug, title }) => {
            const own = ruptures.filter(({ stage }) => stage === slug)
            const known = own.filter(({ id }) => scorer.ruptureIds.includes(id)).length
            return own.length === 0 ? null : (
              <Disclosure key={slug} summary={t('rupturesOf', { stage: inLocale(title, locale), count: known })}>
                {own.map((rupture) => <TickField key={rupture.id} name={`ruptures.${rupture.id}`} label={inLocale(rupture.title, locale)} ticked={scorer.ruptureIds.includes(rupture.id)} />)}
              </Disclosure>
            )
          })}
        </fieldset>
      </Form>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-rule pt-3">
        <Form id="remove-scorer" action={remove} submit={t('remove')} submitLabel={t('removeNamed', { name: scorer.name })} tone="secondary" className="">
          <HiddenField name="scorerId" value={scorer.id} />
        </Form>
        <Link href={`/manage/rounds/${round.id}/scorers`} className="inline-flex min-h-11 items-center">{t('cancel')}</Link>
      </div>
      <p className="max-w-measure text-small text-soft">{t('removeHint')}</p>
    </section>
  )
}

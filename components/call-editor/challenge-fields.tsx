import { useLocale, useTranslations } from 'next-intl'
import type { EditedCall, RuptureChoice } from '#components/call-editor/edited-call.ts'
import { TickField } from '#components/form/fields.tsx'
import { RowFrame } from '#components/form/row-frame.tsx'
import { WordsField } from '#components/form/words-field.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { mostRows, settingLimits } from '#lib/domain/call-settings.ts'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import type { StageSlug } from '#lib/domain/stage.ts'
import { formatList } from '#lib/i18n/format.ts'

type Stage = { slug: StageSlug; title: Localized }
type Props = { challenges: EditedCall['challenges']; ruptures: readonly RuptureChoice[]; stages: readonly Stage[] }

/** The challenges of a call in their order, each pointing at the ruptures it means to mend. */
export function ChallengeFields({ challenges, ruptures, stages }: Props) {
  const t = useTranslations('call-editor.challenges')
  const locale = useLocale()
  const rows = challenges.length < mostRows.challenges ? [...challenges, null] : challenges
  return (
    <div id="challenges-challenges" className="space-y-2">
      {rows.map((challenge, index) => (
        <RowFrame key={challenge?.id ?? 'new'} name={`challenges.${index}`} id={challenge?.id} rank={index + 1} legend={challenge ? t('challenge', { rank: index + 1, title: inLocale(challenge.title, locale) }) : t('new')} words={{ remove: t('remove'), rank: t('rank') }}>
          <WordsField name={`challenges.${index}.title`} label={t('title')} value={challenge?.title} limit={settingLimits.challenge} />
          <WordsField name={`challenges.${index}.description`} optional rows={3} label={t('description')} value={challenge?.description} limit={settingLimits.description} />
          <RuptureTicks name={`challenges.${index}.ruptures`} ruptures={ruptures} stages={stages} chosen={challenge?.ruptures.map(({ id }) => id) ?? []} />
        </RowFrame>
      ))}
    </div>
  )
}

function RuptureTicks({ name, ruptures, stages, chosen }: { name: string; ruptures: readonly RuptureChoice[]; stages: readonly Stage[]; chosen: readonly string[] }) {
  const t = useTranslations('call-editor.challenges')
  const locale = useLocale()
  const names = ruptures.filter(({ id }) => chosen.includes(id)).map(({ title }) => inLocale(title, locale))
  return (
    <Disclosure summary={t('ruptures', { count: names.length, names: formatList(names, locale) })}>
      <div className="grid gap-x-8 gap-y-4 md:grid-cols-2">
        {stages.map(({ slug, title: stageTitle }) => (
          <fieldset key={slug}>
            <legend className="text-small font-semibold text-soft">{inLocale(stageTitle, locale)}</legend>
            {ruptures.filter(({ stage }) => stage === slug).map(({ id, title }) => (
              <TickField key={id} name={`${name}.${id}`} label={inLocale(title, locale)} ticked={chosen.includes(id)} />
            ))}
          </fieldset>
        ))}
      </div>
    </Disclosure>
  )
}

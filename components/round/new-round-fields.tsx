import { useLocale, useTranslations } from 'next-intl'
import { ChoiceField, HiddenField } from '#components/form/fields.tsx'
import { WordsField } from '#components/form/words-field.tsx'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import { roundKinds } from '#lib/domain/round.ts'
import { roundSettingLimits } from '#lib/domain/round-settings.ts'

/** What a new round needs: its kind, its name, and where its grid and rules come from. A call's second round is usually a jury, after the first. */
export function NewRoundFields({ slug, rounds }: { slug: string; rounds: readonly { id: string; name: Localized }[] }) {
  const t = useTranslations('round')
  const locale = useLocale()
  const last = rounds.at(-1)
  return (
    <>
      <HiddenField name="slug" value={slug} />
      <ChoiceField name="kind" label={t('new.kind')} defaultValue={last ? 'jury' : 'committee'} options={roundKinds.map((kind) => ({ value: kind, label: t('new.kindOf', { kind: t(`kinds.${kind}`), hint: t(`kindHints.${kind}`) }) }))} />
      <WordsField name="name" label={t('new.name')} hint={t('new.nameHint')} limit={roundSettingLimits.name} />
      <ChoiceField
        name="from"
        label={t('new.from')}
        defaultValue={last?.id ?? ''}
        options={[{ value: '', label: t('new.rubric') }, ...rounds.map(({ id, name }) => ({ value: id, label: t('new.fromRound', { round: inLocale(name, locale) }) }))]}
      />
    </>
  )
}

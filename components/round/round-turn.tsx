import { useLocale, useTranslations } from 'next-intl'
import { HiddenField } from '#components/form/fields.tsx'
import { TurnField } from '#components/form/turn-field.tsx'
import { localisedHref } from '#lib/i18n/address.ts'

/** What every form about a round's settings carries: which one, and the version its writer has in view. */
export function RoundTurn({ round: { id, version } }: { round: { id: string; version: number } }) {
  const t = useTranslations('round.turn')
  const locale = useLocale()
  return (
    <>
      <HiddenField name="roundId" value={id} />
      <TurnField version={version} href={localisedHref(`/manage/rounds/${id}/settings`, locale)} words={{ title: t('title'), text: t('text'), look: t('look'), over: t('over') }} />
    </>
  )
}

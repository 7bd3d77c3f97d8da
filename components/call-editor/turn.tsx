import { useLocale, useTranslations } from 'next-intl'
import { HiddenField } from '#components/form/fields.tsx'
import { TurnField } from '#components/form/turn-field.tsx'
import { localisedHref } from '#lib/i18n/address.ts'

/** What every form about a call carries: which one, and the version its writer has in view. */
export function Turn({ call, place }: { call: { slug: string; version: number }; place: string }) {
  const t = useTranslations('call-editor.turn')
  const locale = useLocale()
  return (
    <>
      <HiddenField name="slug" value={call.slug} />
      <TurnField version={call.version} href={localisedHref(`/manage/calls/${call.slug}${place && `/${place}`}`, locale)} words={{ title: t('title'), text: t('text'), look: t('look'), over: t('over') }} />
    </>
  )
}

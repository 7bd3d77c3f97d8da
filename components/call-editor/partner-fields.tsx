import { useTranslations } from 'next-intl'
import type { EditedCall } from '#components/call-editor/edited-call.ts'
import { ChoiceField, HiddenField } from '#components/form/fields.tsx'
import { RowFrame } from '#components/form/row-frame.tsx'
import { WordsField } from '#components/form/words-field.tsx'
import { mostRows, settingLimits } from '#lib/domain/call-settings.ts'

type Props = { partners: EditedCall['partners']; organisations: readonly { id: string; name: string }[] }

/** Who takes part in a call beside those who run it, and as what. */
export function PartnerFields({ partners, organisations }: Props) {
  const t = useTranslations('call-editor.partners')
  const kinds = useTranslations('organisation.kinds')
  const words = { remove: t('remove'), rank: t('rank') }
  const others = organisations.filter(({ id }) => !partners.some(({ organisationId }) => organisationId === id))
  const place = partners.length
  return (
    <div id="partners-partners" className="space-y-2">
      {partners.map(({ organisationId, name, kind, role }, index) => (
        <RowFrame key={organisationId} name={`partners.${index}`} id={organisationId} rank={index + 1} legend={t('partner', { name, kind: kinds(kind) })} words={words}>
          <HiddenField name={`partners.${index}.organisationId`} value={organisationId} />
          <WordsField name={`partners.${index}.role`} label={t('role')} value={role} limit={settingLimits.role} />
        </RowFrame>
      ))}
      {place < mostRows.partners && others.length > 0 && (
        <RowFrame name={`partners.${place}`} legend={t('new')} words={words}>
          <ChoiceField name={`partners.${place}.organisationId`} label={t('organisation')} hint={t('organisationHint')} defaultValue="" options={[{ value: '', label: t('none') }, ...others.map(({ id, name }) => ({ value: id, label: name }))]} />
          <WordsField name={`partners.${place}.role`} label={t('role')} limit={settingLimits.role} />
        </RowFrame>
      )}
    </div>
  )
}

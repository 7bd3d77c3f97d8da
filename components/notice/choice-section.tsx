import { useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { ChoiceField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { mailWays, type NoticeKind, type NoticePreference, wayOf } from '#lib/domain/notice.ts'

type Props = { kinds: readonly NoticeKind[]; choice: NoticePreference; save: ActionFormProps['action']; saved: boolean }

/** What comes by mail and how, for each kind somebody may be told of; when the weekly mail comes; hours without. */
export function ChoiceSection({ kinds, choice, save, saved }: Props) {
  const t = useTranslations('notice.choice')
  const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: t('clock', { hour: String(hour) }) }))
  return (
    <Section id="notices" title={t('title')}>
      <p className="mb-5 max-w-measure text-soft">{kinds.length === 0 ? t('nothing') : t.rich('lead', { link: (words) => <Link href="/notices">{words}</Link> })}</p>
      {saved && <div className="mb-5"><Notice tone="done" role="status" title={t('saved')} /></div>}
      {kinds.length > 0 && (
        <Form id="choose-notices" action={save} submit={t('save')}>
          {kinds.map((kind) => (
            <ChoiceField key={kind} name={`choices.${kind}`} label={t(`kinds.${kind}`)} defaultValue={wayOf(choice, kind)} options={mailWays.map((way) => ({ value: way, label: t(`ways.${way}`) }))} />
          ))}
          <Group title={t('digest')} hint={t('digestHint')}>
            <ChoiceField name="digestDay" label={t('day')} defaultValue={String(choice.digestDay)} options={(['1', '2', '3', '4', '5', '6', '7'] as const).map((day) => ({ value: day, label: t(`days.${day}`) }))} />
            <ChoiceField name="digestHour" label={t('hour')} defaultValue={String(choice.digestHour)} options={hours} />
          </Group>
          <Group title={t('quiet')} hint={t('quietHint')}>
            <ChoiceField name="quiet.from" label={t('from')} defaultValue={choice.quiet === null ? '' : String(choice.quiet.from)} options={[{ value: '', label: t('noQuiet') }, ...hours]} />
            <ChoiceField name="quiet.until" label={t('until')} defaultValue={String(choice.quiet?.until ?? 8)} options={hours} />
          </Group>
        </Form>
      )}
    </Section>
  )
}

function Group({ title, hint, children }: { title: string; hint: string; children: React.ReactNode }) {
  return (
    <fieldset className="max-w-measure">
      <legend className="font-semibold">{title}</legend>
      <p className="mb-2 text-small text-soft">{hint}</p>
      <div className="grid grid-cols-2 gap-4">{children}</div>
    </fieldset>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { ReminderMails } from '#components/board/reminder-mails.tsx'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { ChosenBox } from '#components/screening/chosen-box.tsx'
import { Link } from '#components/ui/link.tsx'
import { Table } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { boardFilters, type BoardView } from '#lib/domain/board-view.ts'
import type { WaitingThing } from '#lib/domain/reminder.ts'
import { formatDay, formatParisHour } from '#lib/i18n/format.ts'

type Mail = { locale: 'fr' | 'en'; people: number; subject: string; text: string }
export type ShownReminders = { view: BoardView; reminders: readonly { id: string; organisationName: string; solution: string; remindedToday: Date | null; things: readonly WaitingThing[]; mark: string; mails: readonly Mail[] }[] }

/** Who would be written to, of what, by which very mail; those ticked are. `attempt`: sent twice, it counts once. */
export function ReminderForm({ preview: { view, reminders }, attempt, remind }: { preview: ShownReminders; attempt: string; remind: ActionFormProps['action'] }) {
  const t = useTranslations('flag.reminder')
  const waiting = useTranslations('mail.waiting')
  const locale = useLocale()
  const mails = reminders.flatMap((each) => each.mails)
  const people = (all: readonly Mail[]) => all.reduce((sum, mail) => sum + mail.people, 0)
  const languages = (['fr', 'en'] as const).map((language) => ({ language, count: people(mails.filter((mail) => mail.locale === language)) })).filter(({ count }) => count > 0)
  return (
    <Form id="remind-form" action={remind} submit={t('send')}>
      <HiddenField name="key" value={attempt} />
      {boardFilters.map((name) => <HiddenField key={name} name={name} value={view[name]} />)}
      <p className="tabular-nums"><strong className="font-semibold">{t('counts', { laureates: reminders.length, people: people(mails) })}</strong> <span className="text-soft">{languages.map(({ language, count }) => t('byLanguage', { language: t(`languages.${language}`), count })).join(' · ')}</span></p>
      <Table id="reminders" caption={t('caption')} captionHidden>
        <thead>
          <tr><th scope="col"><span className="sr-only">{t('choose')}</span></th><th scope="col">{t('laureate')}</th><th scope="col">{t('waiting')}</th><th scope="col">{t('mail')}</th></tr>
        </thead>
        <tbody>
          {reminders.map(({ id, organisationName, solution, remindedToday, things, mark, mails: its }) => (
            <tr key={id}>
              <td>{its.length > 0 && <ChosenBox value={id} label={t('chooseNamed', { name: organisationName })} ticked={remindedToday === null} />}<HiddenField name={`mark.${id}`} value={mark} /></td>
              <th scope="row" className="min-w-40">
                <Link href={`/manage/programmes/${id}`}>{organisationName}</Link>
                <span className="block text-small font-normal text-soft">{solution}</span>
                {remindedToday && <Tag tone="uncertain">{t('again', { hour: formatParisHour(remindedToday, locale) })}</Tag>}
              </th>
              <td className="min-w-48">{things.map((thing, index) => <span key={index} className="block">{waiting(thing.kind, { day: formatDay(thing.day, locale), month: thing.kind === 'check-in' ? thing.month : 0 })}</span>)}</td>
              <td className="min-w-64">{its.length === 0 ? <span className="text-soft">{t('nobody')}</span> : <ReminderMails mails={its} />}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="max-w-measure text-small text-soft">{t('sendNote')}</p>
    </Form>
  )
}

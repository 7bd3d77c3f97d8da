import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import { groupedByImportance, type NoticeKind, noticePath, tierOf } from '#lib/domain/notice.ts'
import { formatDay } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import { noticeWords } from '#lib/i18n/notice-words.ts'
import { type Addressee, type Letter, pageAddress, writeLetters } from '#lib/server/mail/write-mail.ts'

/** A notice with whom to write to, and no more of its thing than what kind it is, of which programme, by which day. */
export type ToldNotice = Addressee & {
  id: string; kind: NoticeKind; day: string; programmeId: string | null; checkInId: string | null; milestoneId: string | null; metricId: string | null; commitmentId: string | null
  month: number | null; solution: string | null; call: Localized; callId: string; today: string
}

/** Those who are told, on the day of the transaction, of what still waits: `n`, its person `a`, how they choose `f`. */
export const standingNotices = sql`notice n
  join portal.told_things() t on t.person_id = n.person_id and t.kind = n.kind and t.subject_id = n.subject_id and t.day = n.day
  left join notice_preference f on f.person_id = n.person_id`

/** How the person of `n` wants to be told of it. */
export const chosenWay = sql`coalesce(f.choices->>n.kind, 'digest')`

/** What a letter says of the notices of a table named `marked`. */
export const lettered = sql`
  select a.id as "personId", a.email, a.locale, n.id, n.kind, n.day::text as day, n.programme_id as "programmeId", n.check_in_id as "checkInId", n.milestone_id as "milestoneId", n.metric_id as "metricId",
    n.commitment_id as "commitmentId", c.month, p.solution, k.title as call, k.id as "callId", portal.paris_today()::text as today
  from marked n join person a on a.id = n.person_id join call k on k.id = n.call_id left join programme p on p.id = n.programme_id left join check_in c on c.id = n.check_in_id`

/** Writes to each person of these notices one letter with all of theirs, most important first; as many statements for one as for all. */
export async function writeNoticeLetters(tx: Transaction, kind: 'notice' | 'digest', notices: readonly ToldNotice[]): Promise<number> {
  const theirs = [...Map.groupBy(notices, ({ personId }) => personId).values()]
  await writeLetters(tx, theirs.flatMap((all) => (all[0] ? [{ to: all[0], letter: letterOf(kind, all, all[0].locale) }] : [])))
  return theirs.length
}

function letterOf(kind: 'notice' | 'digest', notices: readonly ToldNotice[], locale: Locale): Letter {
  const t = noticeWords(locale)
  const about = (it: ToldNotice) => (it.kind === 'commitment-due' ? `commitments ${it.callId}` : `programme ${it.programmeId}`)
  const groups = groupedByImportance(notices.map((it) => ({ ...it, about: about(it) })), notices[0]?.today ?? '')
  const list = groups.map((group) => [headOf(group[0] as ToldNotice, locale), ...group.map((it) => lineOf(it, locale))].join('\n\n')).join('\n\n')
  const values = { count: notices.length, list, link: pageAddress(locale, '/notices'), preferences: pageAddress(locale, '/account#notices') }
  if (kind === 'digest') return { kind, values }
  const [first] = groups.flat()
  return { kind, values: { ...values, first: first ? t(`choice.kinds.${first.kind}`) : '' } }
}

function headOf({ kind, solution, call }: ToldNotice, locale: Locale): string {
  const t = noticeWords(locale)
  return kind === 'commitment-due' ? t('mail.commitments', { call: inLocale(call, locale) }) : t('mail.programme', { solution: solution ?? '', call: inLocale(call, locale) })
}

function lineOf(it: ToldNotice, locale: Locale): string {
  const t = noticeWords(locale)
  const line = t('mail.line', { what: t(`lines.${it.kind}`, { month: it.month ?? 0 }), when: t(`when.${tierOf(it, it.today)}`, { day: formatDay(it.day, locale) }) })
  return `${line}\n${pageAddress(locale, noticePath(it))}`
}

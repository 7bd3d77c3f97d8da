import { useLocale, useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { ButtonForm } from '#components/form/button-form.tsx'
import { DevicePurge } from '#components/person/device-purge.tsx'
import { Link } from '#components/ui/link.tsx'
import { formWords } from '#lib/i18n/form-words.ts'

type Room = 'account' | 'notices' | 'applications' | 'programmes' | 'mentoring' | 'scoring' | 'commitments' | 'organisations' | 'manage' | 'admin'
type Props = { here: Room; administrator: boolean; manages?: boolean; scores?: boolean; accompanied?: boolean; mentors?: boolean; commits?: boolean; notices?: number; signOut: ActionFormProps['action'] }

/** The rooms of somebody signed in, and the way out; `notices` counts what waits for them that they have not seen. */
export function AccountNav({ here, administrator, manages = false, scores = false, accompanied = false, mentors = false, commits = false, notices = 0, signOut }: Props) {
  const t = useTranslations('account.nav')
  const locale = useLocale()
  const device = useTranslations('draft.signOut')
  const rooms: Room[] = ['account', 'notices', 'applications', ...(accompanied ? ['programmes' as const] : []), ...(mentors ? ['mentoring' as const] : []), ...(scores ? ['scoring' as const] : []), ...(commits ? ['commitments' as const] : []), 'organisations', ...(manages ? ['manage' as const] : []), ...(administrator ? ['admin' as const] : [])]
  return (
    <div className="no-print flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-rule py-2">
      <nav aria-label={t('label')}>
        <ul className="flex flex-wrap gap-x-6">
          {rooms.map((room) => (
            <li key={room}>
              <Link
                href={`/${room}`}
                aria-current={room === here ? 'true' : undefined}
                className={`flex min-h-11 items-center no-underline hover:underline ${room === here ? 'font-bold' : 'text-soft'}`}
              >
                {t(room)}
                {room === 'notices' && notices > 0 && <span className="ms-1.5 tabular-nums">({notices}<span className="sr-only"> {t('fresh', { count: notices })}</span>)</span>}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <ButtonForm id="sign-out" action={signOut} locale={locale} submit={t('signOut')} pending={formWords[locale].pending} />
      <DevicePurge words={{ title: device('title'), more: device.raw('more') as string, stay: device('stay'), leave: device('leave') }} />
    </div>
  )
}

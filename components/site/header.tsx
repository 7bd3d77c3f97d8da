import { getLocale, getTranslations } from 'next-intl/server'
import { headers } from 'next/headers'
import { ButtonLink } from '#components/ui/button.tsx'
import { Link } from '#components/ui/link.tsx'
import { Still } from '#components/ui/still.ts'
import { LanguageSwitch } from '#components/site/language-switch.tsx'
import { Logo } from '#components/site/logo.tsx'
import { roomOf } from '#lib/i18n/address.ts'

const rooms = [
  { key: 'pathway', href: '/ruptures', holds: ['', 'ruptures', 'prioritisation'] },
  { key: 'calls', href: '/calls', holds: ['calls', 'initiatives', 'selection'] },
  { key: 'laureates', href: '/laureates', holds: ['laureates', 'metrics', 'results'] },
  { key: 'openData', href: '/open-data', holds: ['open-data', 'sources'] },
] as const

/**
 * The top of every public page. On a narrow screen the rooms open from a button through the popover attribute,
 * without script; a browser that does not know it shows them in place.
 */
export async function SiteHeader() {
  const t = await getTranslations('site')
  const locale = await getLocale()
  const asked = await headers()
  const target = asked.get('x-portal-target') ?? `/${locale}`
  const signedIn = asked.get('x-portal-signed-in') === '1'
  const here = roomOf(target)
  return (
    <Still>
      <header className="no-print border-b border-rule">
        <div className="mx-auto flex min-h-16 max-w-page flex-wrap items-center justify-between gap-x-4 px-4 sm:px-6 lg:px-8">
          <Link href="/" className="flex min-h-11 items-center gap-3 font-serif text-h3 font-medium no-underline">
            <Logo />
            {t('name')}
          </Link>
          <button
            type="button"
            popoverTarget="site-menu"
            className="ms-auto inline-flex min-h-11 items-center gap-2 rounded-md border border-edge px-3 font-semibold xl:hidden"
          >
            <svg aria-hidden="true" width="16" height="12" viewBox="0 0 16 12">
              <path d="M0 1h16M0 6h5M11 6h5M0 11h16" stroke="currentColor" strokeWidth="2" />
            </svg>
            {t('menu')}
          </button>
          <nav id="site-menu" popover="auto" aria-label={t('mainNavigation')} className="site-menu">
            <ul className="flex flex-col xl:flex-row xl:items-center xl:gap-x-7">
              {rooms.map(({ key, href, holds }) => {
                const current = (holds as readonly string[]).includes(here)
                return (
                  <li key={key} className="border-b border-rule xl:border-0">
                    <Link
                      href={href}
                      aria-current={current ? (`/${locale}${href}` === target ? 'page' : 'true') : undefined}
                      className={`flex min-h-12 items-center no-underline hover:underline xl:min-h-11 ${current ? 'font-bold text-ink' : 'text-soft'}`}
                    >
                      {t(`rooms.${key}`)}
                    </Link>
                  </li>
                )
              })}
              <li className="mt-4 flex items-center justify-between gap-x-6 xl:mt-0">
                <ButtonLink href={signedIn ? '/account' : '/sign-in'}>
                  {signedIn ? t('account') : t('signIn')}
                </ButtonLink>
                <LanguageSwitch target={target} />
              </li>
            </ul>
          </nav>
        </div>
      </header>
    </Still>
  )
}

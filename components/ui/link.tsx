import { useLocale } from 'next-intl'
import type { ComponentProps } from 'react'
import { localisedHref } from '#lib/i18n/address.ts'

type Props = Omit<ComponentProps<'a'>, 'href'> & { href: string }

/** A plain `<a>` to a page of the reader's language: "/ruptures" leads to "/fr/ruptures". Works without script. */
export function Link({ href, ...rest }: Props) {
  const locale = useLocale()
  return <a {...rest} href={localisedHref(href, locale)} />
}

/** A link to another site. The address is data: anything but http(s) becomes plain text. */
export function ExternalLink({ href, children, ...rest }: Props) {
  if (!/^https?:\/\//.test(href)) return <span>{children}</span>
  return (
    <a rel="external noreferrer" {...rest} href={href}>
      {children}
    </a>
  )
}

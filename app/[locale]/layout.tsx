import type { Metadata, Viewport } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { fontClass } from '#components/site/fonts.ts'
import { SkipLink } from '#components/site/skip-link.tsx'
import { inLanguage } from '#lib/i18n/address.ts'
import { isLocale } from '#lib/i18n/locale.ts'
import { permalink } from '#lib/server/open-data/permalink.ts'
import '../globals.css'

export const dynamic = 'force-dynamic'

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcfaf4' },
    { media: '(prefers-color-scheme: dark)', color: '#0f141c' },
  ],
}

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale, asked] = await Promise.all([getTranslations('site'), getLocale(), headers()])
  const [here = `/${locale}`] = (asked.get('x-portal-target') ?? `/${locale}`).split('?')
  return {
    metadataBase: new URL(permalink('/')),
    alternates: { canonical: here, languages: { fr: inLanguage(here, 'fr'), en: inLanguage(here, 'en') } },
    openGraph: { siteName: t('name'), locale, type: 'website', images: [{ url: '/share.png', width: 1200, height: 630, alt: t('name') }] },
    title: { default: t('name'), template: `%s – ${t('name')}` },
    description: t('description'),
    applicationName: t('name'),
    formatDetection: { telephone: false },
    manifest: '/manifest.webmanifest',
    icons: {
      icon: [
        { url: '/favicon.ico', sizes: '32x32' },
        { url: '/icon.svg', type: 'image/svg+xml' },
      ],
      apple: '/apple-touch-icon.png',
    },
  }
}

export default async function RootLayout({ children, params }: { children: ReactNode; params: Promise<{ locale: string }> }) {
  if (!isLocale((await params).locale)) notFound()
  return (
    <html lang={await getLocale()} className={fontClass}>
      <body className="flex min-h-dvh flex-col font-sans">
        <SkipLink />
        {children}
        {process.env.NODE_ENV === 'production' && <script src="/after-load.js" async />}
      </body>
    </html>
  )
}

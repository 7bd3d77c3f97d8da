import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import '../globals.css'

export const dynamic = 'force-dynamic'

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await getLocale()}>
      <body>{children}</body>
    </html>
  )
}

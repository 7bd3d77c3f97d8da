import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TextField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { Page } from '#components/ui/page.tsx'
import { showInstance } from '#lib/server/instance/show-instance.ts'
import { visitor } from '#lib/server/opening.ts'
import { askedAddress } from '#lib/server/sign-in/keep-session.ts'
import { enterByCode } from '../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sign-in'))('sent.title') }
}

export default async function CodePage() {
  const [t, email, { mailboxIsOpen }] = await Promise.all([getTranslations('sign-in.sent'), askedAddress(), showInstance(visitor, {})])
  return (
    <Page>
      <PageHead title={t('title')} lead={t('lead', { email: email || t('email').toLowerCase() })} />
      <Form id="code" action={enterByCode} submit={t('enter')}>
        <TextField name="email" type="email" autoComplete="email" label={t('email')} defaultValue={email} />
        <TextField name="code" inputMode="numeric" autoComplete="one-time-code" maxLength={12} label={t('code')} hint={t('codeHint')} className="max-w-48 tabular-nums" />
      </Form>
      <p className="mt-8 max-w-measure">
        {t('nothing')} <Link href="/sign-in">{t('again')}</Link>.
      </p>
      {mailboxIsOpen && <ButtonLink href="/mailbox" className="mt-4">{t('mailbox')}</ButtonLink>}
    </Page>
  )
}

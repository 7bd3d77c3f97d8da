import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { HiddenField, TextField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { PersonaChoice } from '#components/sign-in/persona-choice.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { PageHead, Section } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Page } from '#components/ui/page.tsx'
import { returnPath } from '#lib/domain/return-path.ts'
import { env } from '#lib/env.ts'
import { currentSession } from '#lib/server/actor.ts'
import { showInstance } from '#lib/server/instance/show-instance.ts'
import { visitor } from '#lib/server/opening.ts'
import { hasIdentityProvider } from '#lib/server/sign-in/identity-provider.ts'
import { askForLink, enterAsPersona } from './actions.ts'

type Props = { searchParams: Promise<{ returnTo?: string | string[]; refused?: string | string[] }> }

const refusals = ['unverified-address', 'no-address', 'disabled', 'provider'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sign-in'))('ask.title') }
}

export default async function SignInPage({ searchParams }: Props) {
  const [t, locale, asked, session, { demonstration }] = await Promise.all([
    getTranslations('sign-in'), getLocale(), searchParams, currentSession(), showInstance(visitor, {}),
  ])
  const returnTo = returnPath(asked.returnTo) ?? ''
  const refused = refusals.find((reason) => reason === asked.refused)
  const provider = `/api/v1/sign-in/provider?returnTo=${encodeURIComponent(returnTo || `/${locale}/account`)}`
  return (
    <Page>
      <PageHead title={t('ask.title')} lead={t('ask.lead')} />
      <div className="space-y-6">
        {refused && <Notice tone="stop" role="alert" title={t('refused.title')}><p>{t(`refused.${refused}`)}</p></Notice>}
        {session && <Notice title={t('ask.already')}><ButtonLink href="/account">{t('ask.toAccount')}</ButtonLink></Notice>}
        <Form id="ask" action={askForLink} submit={t('ask.send')}>
          <HiddenField name="locale" value={locale} />
          <HiddenField name="returnTo" value={returnTo} />
          <TextField name="email" type="email" autoComplete="email" label={t('ask.email')} hint={t('ask.emailHint')} />
        </Form>
      </div>
      {hasIdentityProvider() && (
        <Section id="provider" title={t('provider.title')}>
          <ButtonLink href={provider}>{t('provider.button', { name: env().OIDC_NAME ?? t('provider.fallback') })}</ButtonLink>
        </Section>
      )}
      {demonstration && <PersonaChoice action={enterAsPersona} locale={locale} returnTo={returnTo} />}
    </Page>
  )
}

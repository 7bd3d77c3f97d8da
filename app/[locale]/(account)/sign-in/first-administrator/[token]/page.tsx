import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { HiddenField, TextField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { enterAsFirstAdministrator } from '../../actions.ts'

type Props = { params: Promise<{ token: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sign-in'))('first.title') }
}

export default async function FirstAdministratorPage({ params }: Props) {
  const [t, locale, { token }] = await Promise.all([getTranslations('sign-in.first'), getLocale(), params])
  return (
    <Page>
      <PageHead title={t('title')} lead={t('lead')} />
      <Form id="first" action={enterAsFirstAdministrator} submit={t('become')}>
        <HiddenField name="token" value={token} />
        <HiddenField name="locale" value={locale} />
        <TextField name="name" autoComplete="name" label={t('name')} />
        <TextField name="email" type="email" autoComplete="email" label={t('email')} />
      </Form>
    </Page>
  )
}

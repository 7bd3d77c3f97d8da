import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { Page } from '#components/ui/page.tsx'
import { enterByLink } from '../../actions.ts'

type Props = { params: Promise<{ token: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sign-in'))('link.title') }
}

/** Opening the link does nothing yet: scanners of mail open links too. Only the button uses it up. */
export default async function LinkPage({ params }: Props) {
  const [t, { token }] = await Promise.all([getTranslations('sign-in.link'), params])
  return (
    <Page>
      <PageHead title={t('title')} lead={t('lead')} />
      <Form id="enter" action={enterByLink} submit={t('enter')}>
        <HiddenField name="token" value={token} />
      </Form>
      <p className="mt-8"><Link href="/sign-in">{t('again')}</Link></p>
    </Page>
  )
}

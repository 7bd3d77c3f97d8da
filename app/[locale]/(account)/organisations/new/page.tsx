import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { OrganisationFields } from '#components/organisation/organisation-fields.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { returnPath } from '#lib/domain/return-path.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { create } from '../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organisation'))('new.title') }
}

type Props = { searchParams: Promise<{ returnTo?: string | string[] }> }

/** Who comes from the start of an application goes back there. */
export default async function NewOrganisationPage({ searchParams }: Props) {
  const [t, { person }, { returnTo }] = await Promise.all([getTranslations('organisation'), signedInCaller(), searchParams])
  return (
    <Page>
      <PageHead above={<Breadcrumb items={[{ href: '/organisations', label: t('list.title') }]} />} title={t('new.title')} lead={t('new.lead')} />
      <Form id="new-organisation" action={create} submit={t('new.do')}>
        <HiddenField name="returnTo" value={returnPath(returnTo) ?? ''} />
        <OrganisationFields mayBeOperator={person.administrator} />
      </Form>
    </Page>
  )
}

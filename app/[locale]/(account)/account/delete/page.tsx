import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ConfirmField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { DevicePurge } from '#components/person/device-purge.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Page, Prose } from '#components/ui/page.tsx'
import { signedInCaller } from '#lib/server/actor.ts'
import { listSoleOwnerships, showAccount } from '#lib/server/person/show-account.ts'
import { removeAccount } from '../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('delete.title') }
}

export default async function DeleteAccountPage() {
  const caller = await signedInCaller()
  const [t, device, { seats }, sole] = await Promise.all([getTranslations('account'), getTranslations('draft.signOut'), showAccount(caller, {}), listSoleOwnerships(caller, {})])
  return (
    <Page>
      <PageHead above={<Breadcrumb items={[{ href: '/account', label: t('title') }]} />} title={t('delete.title')} lead={t('delete.lead')} />
      <Prose>
        <p>{t('delete.goes', { count: seats.length })}</p>
        <p>{t('delete.stays')}</p>
      </Prose>
      <div className="mt-8">
        {sole.length > 0 ? (
          <Notice tone="stop" title={t('delete.soleTitle')}>
            <p>{t('delete.sole')}</p>
            <ul className="list-disc ps-5">
              {sole.map(({ id, name }) => <li key={id}><Link href={`/organisations/${id}`}>{name}</Link></li>)}
            </ul>
          </Notice>
        ) : (
          <>
            <Form id="delete" action={removeAccount} submit={t('delete.do')}>
              <ConfirmField name="confirmed" label={t('delete.confirm')} />
            </Form>
            <DevicePurge words={{ title: device('title'), more: t.raw('delete.device') as string, stay: t('delete.cancel'), leave: t('delete.do') }} />
          </>
        )}
      </div>
      <ButtonLink href="/account" tone="quiet" className="mt-4">{t('delete.cancel')}</ButtonLink>
    </Page>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccountNav } from '#components/person/account-nav.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { Page } from '#components/ui/page.tsx'
import { signedInCaller } from '#lib/server/actor.ts'
import { listOrganisations } from '#lib/server/organisation/show-organisation.ts'
import { orNotFound } from '#lib/server/page.ts'
import { listPeople } from '#lib/server/person/administer-people.ts'
import { signOut } from '../account/actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('admin.title') }
}

export default async function AdminPage() {
  const caller = await signedInCaller()
  const [t, people, organisations] = await Promise.all([
    getTranslations('account.admin'), orNotFound(listPeople(caller, {})), orNotFound(listOrganisations(caller, {})),
  ])
  const rooms = [
    { href: '/admin/people', title: t('people.title'), lead: t('people.lead', { count: people.total }) },
    { href: '/admin/organisations', title: t('organisations.title'), lead: t('organisations.lead', { count: organisations.total }) },
    { href: '/admin/webhooks', title: t('webhooks.title'), lead: t('webhooks.lead') },
    { href: '/admin/audit', title: t('audit.title'), lead: t('audit.lead') },
  ]
  return (
    <Page>
      <AccountNav here="admin" {...caller.rooms} signOut={signOut} />
      <PageHead title={t('title')} lead={t('lead')} />
      <ul className="max-w-measure border-t border-rule">
        {rooms.map(({ href, title, lead }) => (
          <li key={href} className="border-b border-rule py-4">
            <Link href={href} className="font-serif text-h3 font-medium">{title}</Link>
            <p className="text-soft">{lead}</p>
          </li>
        ))}
      </ul>
    </Page>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AuditTable } from '#components/person/audit-table.tsx'
import { AccountNav } from '#components/person/account-nav.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Page } from '#components/ui/page.tsx'
import { signedInCaller } from '#lib/server/actor.ts'
import { auditPageSize, listAudit, verifyAudit } from '#lib/server/audit/show-audit.ts'
import { orNotFound } from '#lib/server/page.ts'
import { signOut } from '../../account/actions.ts'

type Props = { searchParams: Promise<{ before?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('admin.audit.title') }
}

export default async function AuditPage({ searchParams }: Props) {
  const caller = await signedInCaller()
  const { before } = await searchParams
  const [t, entries, verdict] = await Promise.all([
    getTranslations('account.admin'), orNotFound(listAudit(caller, { before })), orNotFound(verifyAudit(caller, {})),
  ])
  const { broken, seals, unsealed, head } = verdict
  const oldest = entries.length === auditPageSize ? entries.at(-1)?.id : undefined
  return (
    <Page>
      <AccountNav here="admin" {...caller.rooms} signOut={signOut} />
      <PageHead above={<Breadcrumb items={[{ href: '/admin', label: t('title') }]} />} title={t('audit.title')} lead={t('audit.lead')} />
      {broken ? (
        <Notice tone="stop" role="alert" title={t('audit.broken')}>
          <p>{t(`audit.breaks.${broken.kind}`, { seal: broken.seal, entry: 'entry' in broken ? broken.entry : '' })}</p>
        </Notice>
      ) : (
        <Notice tone="done" title={t('audit.whole')}>
          <p>{t('audit.wholeDetail', { seals, entries: verdict.entries, unsealed })}</p>
          <p className="text-small break-all">{t('audit.head', { head })}</p>
        </Notice>
      )}
      <div className="mt-8"><AuditTable entries={entries} /></div>
      <div className="mt-6 flex flex-wrap gap-4">
        {oldest !== undefined && <ButtonLink href={`/admin/audit?before=${oldest}`}>{t('audit.older')}</ButtonLink>}
        {before !== undefined && <ButtonLink href="/admin/audit" tone="quiet">{t('audit.newest')}</ButtonLink>}
      </div>
    </Page>
  )
}

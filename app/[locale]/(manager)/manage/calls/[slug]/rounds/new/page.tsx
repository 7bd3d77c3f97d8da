import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Form } from '#components/form/form.tsx'
import { NewRoundFields } from '#components/round/new-round-fields.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { orNotFound } from '#lib/server/page.ts'
import { listRounds } from '#lib/server/round/show-rounds.ts'
import { create } from '../../../../rounds/actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('round.new'))('title') }
}

export default async function NewRoundPage({ params }: { params: Promise<{ slug: string }> }) {
  const [t, round, locale, { slug }] = await Promise.all([getTranslations('round.new'), getTranslations('round'), getLocale(), params])
  const { call, rounds } = await orNotFound(listRounds(await signedInCaller(), { slug }))
  return (
    <Page>
      <header className="pb-6 pt-5">
        <Breadcrumb items={[{ href: `/manage/calls/${slug}`, label: inLocale(call.title, locale) }, { href: `/manage/calls/${slug}/rounds`, label: round('list.title') }]} />
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
          <Heading as={1} size={2}>{t('title')}</Heading>
          {call.demonstration && <Tag tone="uncertain">{round('demonstration')}</Tag>}
        </div>
        <p className="mt-2 max-w-measure text-soft">{t('lead')}</p>
      </header>
      <Form id="new-round" action={create} submit={t('do')}>
        <NewRoundFields slug={slug} rounds={rounds} />
      </Form>
    </Page>
  )
}

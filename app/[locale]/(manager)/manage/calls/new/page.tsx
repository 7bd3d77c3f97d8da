import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ModelTable } from '#components/call-editor/model-table.tsx'
import { NewCallFields, ShiftFields } from '#components/call-editor/new-call-fields.tsx'
import { HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Heading, Section } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { parisDate } from '#lib/domain/calendar.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { listCallModels } from '#lib/server/call/list-managed-calls.ts'
import { orNotFound } from '#lib/server/page.ts'
import { clone, create } from '../actions.ts'

type Props = { searchParams: Promise<{ from?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('call-editor'))('new.title') }
}

export default async function NewCallPage({ searchParams }: Props) {
  const [t, of, locale, { from }, { now, initiatives, models }] = await Promise.all([
    getTranslations('call-editor.new'), getTranslations('call-editor'), getLocale(), searchParams, orNotFound(listCallModels(await signedInCaller(), {})),
  ])
  const model = models.find(({ slug }) => slug === from)
  return (
    <Page>
      <header className="pb-6 pt-5">
        <Breadcrumb items={[{ href: '/manage', label: of('list.title') }, ...(model ? [{ href: '/manage/calls/new', label: t('title') }] : [])]} />
        <Heading as={1} size={2}>{model ? t('cloneTitle', { title: inLocale(model.title, locale) }) : t('title')}</Heading>
        <p className="mt-2 max-w-measure text-soft">{model ? t('modelsHint') : t('lead')}</p>
      </header>
      {model ? (
        <Form id="clone-call" action={clone} submit={t('do')}>
          <HiddenField name="from" value={model.slug} />
          <NewCallFields initiatives={initiatives} model={model} />
          <ShiftFields model={model} today={parisDate(now)} />
        </Form>
      ) : (
        <>
          <Section id="models" title={t('models')} className="!mt-0">
            <p className="mb-4 max-w-measure text-soft">{t('modelsHint')}</p>
            <ModelTable models={models} />
          </Section>
          <Section id="blank" title={t('blank')}>
            <Form id="new-call" action={create} submit={t('do')}>
              <NewCallFields initiatives={initiatives} />
            </Form>
          </Section>
        </>
      )}
    </Page>
  )
}

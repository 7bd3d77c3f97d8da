import { useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { ConfirmField, HiddenField, TextField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Section } from '#components/ui/heading.tsx'

type Action = ActionFormProps['action']
type Props = { slug: string; query: string; tags: readonly { id: string; name: string }[]; create: Action; rename: Action; remove: Action }

/** The tags of the call: making, renaming and removing them. */
export function TagSection({ slug, query, tags, create, rename, remove }: Props) {
  const t = useTranslations('screening.tags')
  const here = (
    <>
      <HiddenField name="slug" value={slug} />
      <HiddenField name="query" value={query} />
    </>
  )
  return (
    <Section id="tags" title={t('title')}>
      <p className="mb-4 max-w-measure text-soft">{t('lead')}</p>
      <div className="grid gap-x-12 gap-y-6 lg:grid-cols-2">
        <Form id="create-tag" action={create} submit={t('create')} tone="secondary">
          {here}
          <TextField name="name" label={t('name')} maxLength={40} autoComplete="off" />
        </Form>
        <div>
          {tags.length === 0 && <p className="text-soft">{t('none')}</p>}
          {tags.map(({ id, name }) => (
            <Disclosure key={id} summary={name}>
              <div className="space-y-5">
                <Form id={`rename-tag-${id}`} action={rename} submit={t('renameDo')} submitLabel={t('renameNamed', { name })} tone="secondary" className="space-y-3">
                  {here}
                  <HiddenField name="tagId" value={id} />
                  <TextField name="name" label={t('rename')} defaultValue={name} maxLength={40} autoComplete="off" />
                </Form>
                <Form id={`remove-tag-${id}`} action={remove} submit={t('remove')} submitLabel={t('removeNamed', { name })} tone="quiet" className="">
                  {here}
                  <HiddenField name="tagId" value={id} />
                  <ConfirmField name="confirmed" label={t('confirm')} />
                </Form>
              </div>
            </Disclosure>
          ))}
        </div>
      </div>
    </Section>
  )
}

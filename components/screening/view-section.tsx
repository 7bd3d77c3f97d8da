import { useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { HiddenField, TextField, TickField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import type { SavedView } from '#lib/domain/screening.ts'

type Action = ActionFormProps['action']
type Props = { slug: string; path: string; query: string; savedViews: readonly SavedView[]; save: Action; remove: Action }

/** Keeping what the table shows under a name, and forgetting what one kept. */
export function ViewSection({ slug, path, query, savedViews, save, remove }: Props) {
  const t = useTranslations('screening.views')
  const own = savedViews.filter(({ isOwn }) => isOwn)
  return (
    <Section id="views" title={t('title')}>
      <div className="grid gap-x-12 gap-y-6 lg:grid-cols-2">
        <Form id="save-view" action={save} submit={t('save')} tone="secondary">
          <HiddenField name="slug" value={slug} />
          <HiddenField name="query" value={query} />
          <TextField name="name" label={t('name')} hint={t('nameHint')} maxLength={80} autoComplete="off" />
          <TickField name="shared" label={t('share')} />
        </Form>
        {own.length === 0 ? (
          <p className="max-w-measure text-soft">{t('none')}</p>
        ) : (
          <ul>
            {own.map(({ id, name, search, shared }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 border-b border-rule py-1">
                <span><Link href={`${path}${search}`}>{name}</Link>{shared && <span className="text-soft"> ({t('shared')})</span>}</span>
                <Form id={`remove-view-${id}`} action={remove} submit={t('remove')} submitLabel={t('removeNamed', { name })} tone="quiet" className="">
                  <HiddenField name="slug" value={slug} />
                  <HiddenField name="query" value={query} />
                  <HiddenField name="viewId" value={id} />
                </Form>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Section>
  )
}

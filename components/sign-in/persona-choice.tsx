import { useTranslations } from 'next-intl'
import { HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { Section } from '#components/ui/heading.tsx'
import { personas } from '#lib/domain/persona.ts'

type Props = { action: ActionFormProps['action']; locale: string; returnTo: string }

/** The invented people of the demonstration, each one press away. */
export function PersonaChoice({ action, locale, returnTo }: Props) {
  const t = useTranslations('sign-in.personas')
  return (
    <Section id="personas" title={t('title')}>
      <p className="mb-6 max-w-measure text-soft">{t('lead')}</p>
      <ul className="grid gap-x-8 gap-y-px sm:grid-cols-2">
        {personas.map((persona) => (
          <li key={persona} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-rule py-3">
            <div className="min-w-48 flex-1">
              <h3 className="font-semibold">{t(`${persona}.name`)}</h3>
              <p className="text-small text-soft">{t(`${persona}.about`)}</p>
            </div>
            <Form
              id={`persona-${persona}`}
              action={action}
              tone="secondary"
              submit={t('enter', { name: '' }).trim()}
              submitLabel={t('enter', { name: t(`${persona}.name`) })}
              submitData={{ 'data-persona': persona }}
              className="space-y-2"
            >
              <HiddenField name="persona" value={persona} />
              <HiddenField name="locale" value={locale} />
              <HiddenField name="returnTo" value={returnTo} />
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  )
}

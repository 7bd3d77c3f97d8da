import { useLocale, useTranslations } from 'next-intl'
import type { RankedRound } from '#components/ranking/ranked-round.ts'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { FaultLine, HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { inLocale, type Localized } from '#lib/domain/localized.ts'

type Props = { ranked: RankedRound; juries: readonly { id: string; name: Localized }[]; candidateIds: readonly string[]; add: ActionFormProps['action'] }

/** Puts the shortlist, or the ticked set, before a jury that comes later in the call. */
export function JurySection({ ranked: { head }, juries, candidateIds, add }: Props) {
  const t = useTranslations('ranking.jury')
  const locale = useLocale()
  return (
    <Section id="jury" title={t('title')}>
      {juries.length === 0 && <p className="max-w-measure">{t.rich('none', { to: (words) => <Link href={`/manage/calls/${head.call.slug}/rounds/new`}>{words}</Link> })}</p>}
      {candidateIds.length > 0 && juries.map(({ id, name }) => (
        <Form key={id} id={`jury-${id}`} action={add} submit={t('do', { count: candidateIds.length, name: inLocale(name, locale) })} tone="secondary" className="space-y-3">
          <p className="max-w-measure text-soft">{t('hint')}</p>
          <FaultLine name="applicationIds" />
          <HiddenField name="roundId" value={id} />
          {candidateIds.map((each) => <input key={each} type="hidden" name={`chosen.${each}`} value="yes" />)}
        </Form>
      ))}
    </Section>
  )
}

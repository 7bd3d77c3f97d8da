import { useLocale, useTranslations } from 'next-intl'
import type { ShownCheckIn } from '#components/check-in/shown-check-in.ts'
import { MoodTag } from '#components/check-in/mood-tag.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { figureName, progressName } from '#lib/domain/check-in-content.ts'
import { inLocale } from '#lib/domain/localized.ts'
import type { MilestoneProgress, Mood } from '#lib/domain/check-in.ts'
import { formatFigure, formatNumber } from '#lib/i18n/format.ts'

/** What a submitted check-in says. */
export function ReadCheckIn({ checkIn: { content, milestones, metrics, partners } }: { checkIn: ShownCheckIn }) {
  const t = useTranslations('check-in')
  const locale = useLocale()
  const said = (name: string) => (content[name] === undefined || content[name] === null ? null : String(content[name]))
  const number = (name: string) => (typeof content[name] === 'number' ? content[name] : null)
  const figureOf = (id: string, unit: string) => {
    const [value, numerator, denominator] = [number(figureName(id, 'value')), number(figureName(id, 'numerator')), number(figureName(id, 'denominator'))]
    if (value !== null) return formatFigure(value, unit, locale)
    return numerator === null || denominator === null ? null : t('beside.of', { numerator: formatNumber(numerator, locale), denominator: formatNumber(denominator, locale) })
  }
  const text = (value: string | null) => (value ? <p className="whitespace-pre-line">{value}</p> : <span className="text-soft">{t('read.nothing')}</span>)
  const partner = partners.find(({ id }) => id === content.askOrganisationId)?.name
  const mood = said('mood') as Mood | null
  return (
    <div className="space-y-8">
      <DefinitionList items={[
        { name: t('read.mood'), value: <>{mood && <MoodTag mood={mood} />}{said('moodReason') && <p className="mt-1 whitespace-pre-line">{said('moodReason')}</p>}</> },
        { name: t('read.blockers'), value: text(said('blockers')) },
        ...(said('ask') ? [{ name: partner ? t('read.ask', { partner }) : t('askTitle'), value: text(said('ask')) }] : []),
      ]} />
      {milestones.length > 0 && (
        <div>
          <Heading as={2} size={3} className="mb-2">{t('read.progress')}</Heading>
          <DefinitionList items={milestones.map(({ id, title }) => ({
            name: inLocale(title, locale),
            value: <>{said(progressName(id, 'state')) ? t(`states.${said(progressName(id, 'state')) as MilestoneProgress}`) : t('read.none')}{said(progressName(id, 'note')) && <p className="text-soft">{said(progressName(id, 'note'))}</p>}</>,
          }))} />
        </div>
      )}
      {metrics.length > 0 && (
        <div>
          <Heading as={2} size={3} className="mb-2">{t('read.figures')}</Heading>
          <DefinitionList items={metrics.map(({ id, name, unit }) => ({ name, value: <span className="tabular-nums">{figureOf(id, unit) ?? t('read.none')}</span> }))} />
        </div>
      )}
    </div>
  )
}

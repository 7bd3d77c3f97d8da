import { useLocale, useTranslations } from 'next-intl'
import { Section } from '#components/ui/heading.tsx'
import { Table } from '#components/ui/table.tsx'
import { leastScorers } from '#lib/domain/decision.ts'
import { bins, type CriterionProfile, type Feedback } from '#lib/domain/feedback.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { scale } from '#lib/domain/round.ts'
import { formatNumber } from '#lib/i18n/format.ts'

/** How a file was judged: criterion by criterion beside all files, then the scorers' words. */
export function FeedbackRounds({ feedback: { rounds, comments } }: { feedback: Feedback }) {
  const t = useTranslations('decision.feedback')
  const locale = useLocale()
  return (
    <>
      {rounds.map(({ name, criteria }, index) => (
        <Section key={inLocale(name, locale)} id={`round-${index}`} title={inLocale(name, locale)}>
          <p className="mb-3 max-w-measure text-soft">{t('lead', { least: leastScorers })}</p>
          <Table id={`profile-${index}`} caption={t('caption', { round: inLocale(name, locale) })} captionHidden>
            <thead><tr><th scope="col">{t('criterion')}</th><th scope="col">{t('mean')}</th><th scope="col">{t('all')}</th></tr></thead>
            <tbody>
              {criteria.map((profile) => (
                <tr key={inLocale(profile.name, locale)}>
                  <td>{inLocale(profile.name, locale)}</td>
                  <td className="whitespace-nowrap tabular-nums">{profile.mean === null ? <span className="text-soft">{t('tooFew')}</span> : t('outOf', { mean: formatNumber(profile.mean, locale), high: scale.high })}</td>
                  <td><Strip profile={profile} /></td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Section>
      ))}
      {comments.length > 0 && (
        <Section id="comments" title={t('comments')}>
          <ul className="max-w-measure space-y-4">
            {/* Two scorers may write the same. */}
            {comments.map((comment, index) => <li key={`${index}`} className="whitespace-pre-line border-s-2 border-rule ps-4">{comment}</li>)}
          </ul>
        </Section>
      )}
    </>
  )
}

const [width, height] = [16, 28]

/** Bars of how many files lie in each half point; the file's own bar is dark, and told in words. */
function Strip({ profile: { mean, distribution } }: { profile: CriterionProfile }) {
  const t = useTranslations('decision.feedback')
  const locale = useLocale()
  if (distribution === null) return <span className="text-soft">{t('tooFewFiles')}</span>
  const most = Math.max(...distribution, 1)
  const own = mean === null ? -1 : Math.min(bins - 1, Math.floor((mean - scale.low) * 2))
  const told = distribution.flatMap((count, bin) => (count > 0 ? [t('bin', { from: formatNumber(scale.low + bin / 2, locale), to: formatNumber(scale.low + (bin + 1) / 2, locale), count })] : [])).join(' ; ')
  return (
    <svg role="img" aria-label={told} width={bins * width} height={height + 1} className="max-w-full">
      {distribution.map((count, bin) => (
        // Bins are places on the scale: they never move.
        <rect key={`${bin}`} x={bin * width + 1} width={width - 2} y={height - (count / most) * height} height={(count / most) * height} className={bin === own ? 'fill-bridge' : 'fill-rule'} />
      ))}
      <line x1="0" x2={bins * width} y1={height + 0.5} y2={height + 0.5} className="stroke-edge" />
    </svg>
  )
}

import { useTranslations } from 'next-intl'
import type { RankedRound } from '#components/ranking/ranked-round.ts'
import { BulletList } from '#components/article/bullet-list.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { Notice } from '#components/ui/notice.tsx'

/** From this probability on, a place is as good as sure. */
const sure = 0.975

/** What the cut separates and what it cannot, in words; and what may still move. */
export function CutSection({ ranked: { head, wanted, input: { rules }, result: { estimates, shortlist }, rows, incomplete } }: { ranked: RankedRound }) {
  const t = useTranslations('ranking')
  const scored = rows.filter(({ rank }) => rank !== null)
  const atCut = scored.filter(({ interval }) => interval?.atCut)
  const safe = scored.filter(({ interval }) => interval !== null && interval.aboveCut >= sure).length
  const ranks = atCut.map(({ rank }) => rank as number)
  return (
    <section aria-labelledby="cut" className="space-y-3">
      {incomplete.length > 0 && (
        <Notice tone="uncertain" title={t('incomplete.title', { count: incomplete.length, wanted })}>
          <p>{t.rich('incomplete.text', { to: (words) => <Link href={`/manage/rounds/${head.id}#coverage`}>{words}</Link> })}</p>
        </Notice>
      )}
      {shortlist.tiedAtCut.length > 0 && <Notice tone="uncertain"><p>{t('tied', { count: shortlist.tiedAtCut.length })}</p></Notice>}
      <Heading as={2} size={3} id="cut">{t('cut.title')}</Heading>
      <BulletList
        items={[
          { key: 'places', text: t('cut.places', { places: rules.places, of: scored.length }) },
          ...(estimates.shown
            ? [
                { key: 'band', text: atCut.length > 0 ? t('cut.band', { count: atCut.length, from: Math.min(...ranks), to: Math.max(...ranks) }) : t('cut.noBand') },
                { key: 'sure', text: t('cut.sure', { count: safe }) },
                { key: 'interval', text: t('cut.interval') },
              ]
            : [{ key: 'hidden', text: t(`cut.hidden.${estimates.reason}`) }]),
        ]}
      />
    </section>
  )
}

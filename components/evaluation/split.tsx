import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Heading } from '#components/ui/heading.tsx'

/** What is judged on the left, the grid on the right, in view while one reads; one under the other on a phone, each a touch away. */
export function Split({ file, grid, after }: { file: ReactNode; grid: ReactNode; after: ReactNode }) {
  const t = useTranslations('evaluation.page')
  return (
    <div className="scoring-split mt-8 gap-x-12 lg:grid lg:grid-cols-[minmax(0,1fr)_27rem]">
      <section aria-labelledby="file" className="min-w-0">
        <Heading as={2} id="file" className="mb-4 scroll-mt-16">{t('file')}</Heading>
        {file}
        <p className="no-print mt-6 lg:hidden"><a href="#grid" className="inline-flex min-h-11 items-center">{t('toGrid')}</a></p>
      </section>
      <section aria-labelledby="grid" className="min-w-0 max-lg:mt-12 max-lg:border-t-2 max-lg:border-line max-lg:pt-6 lg:sticky lg:top-0 lg:max-h-dvh lg:self-start lg:overflow-y-auto lg:pb-8 lg:pe-2 lg:ps-1">
        <Heading as={2} id="grid" className="mb-2 scroll-mt-16">{t('grid')}</Heading>
        {grid}
        {after}
        <p className="no-print mt-6 lg:hidden"><a href="#file" className="inline-flex min-h-11 items-center">{t('toFile')}</a></p>
      </section>
      <nav aria-label={t('title')} className="no-print sticky bottom-0 z-10 -mx-4 flex justify-end border-t border-rule bg-paper px-4 sm:-mx-6 sm:px-6 lg:hidden">
        <ul className="flex gap-x-6">
          <li><a href="#file" className="inline-flex min-h-12 items-center">{t('file')}</a></li>
          <li><a href="#grid" className="inline-flex min-h-12 items-center font-semibold">{t('grid')}</a></li>
        </ul>
      </nav>
    </div>
  )
}

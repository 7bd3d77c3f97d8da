import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { BoardPage } from '#components/board/board-page.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { madeOfAnswers } from '#lib/server/making.ts'
import { loadBoard, type Search } from '../../../board/view.ts'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Search> }

async function load({ params, searchParams }: Props) {
  const [{ slug }, search] = await Promise.all([params, searchParams])
  const board = await loadBoard(JSON.stringify({ ...search, call: slug }))
  return { ...board, call: board.call ?? notFound() }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [t, locale, { call }] = await Promise.all([getTranslations('flag'), getLocale(), load(props)])
  return { title: t('of', { call: inLocale(call.title, locale) }) }
}

export default async function CallBoardPage(props: Props) {
  const board = await load(props)
  madeOfAnswers()
  return <BoardPage board={board} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BoardPage } from '#components/board/board-page.tsx'
import { madeOfAnswers } from '#lib/server/making.ts'
import { loadBoard, type Search } from './view.ts'

type Props = { searchParams: Promise<Search> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('flag'))('title') }
}

export default async function EveryBoardPage({ searchParams }: Props) {
  const search = await searchParams
  madeOfAnswers()
  const told = typeof search.told === 'string' && /^\d{1,5}$/.test(search.told) ? Number(search.told) : null
  return <BoardPage board={await loadBoard(JSON.stringify({ ...search, told: undefined }))} told={told} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Projector } from '#components/deliberation/projector.tsx'
import { loadMeeting, type Props } from '../meeting.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('deliberation'))('projector') }
}

export default async function ProjectorPage({ params }: Props) {
  const { meeting } = await params.then(({ id }) => loadMeeting(id))
  if (meeting === null) notFound()
  return <Projector meeting={meeting} />
}

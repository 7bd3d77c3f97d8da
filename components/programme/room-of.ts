import { useTranslations } from 'next-intl'
import type { ProgrammeSide } from '#lib/domain/programme.ts'

/** The room of the menu from which somebody comes to a programme. */
export function roomOf(side: ProgrammeSide): 'programmes' | 'mentoring' | 'manage' {
  return ({ laureate: 'programmes', mentor: 'mentoring', manager: 'manage' } as const)[side]
}

/** The page of a programme where somebody of this side starts from. */
export function programmePath(id: string, side: ProgrammeSide): string {
  return side === 'mentor' ? `/mentoring/programmes/${id}` : side === 'manager' ? `/manage/programmes/${id}` : `/programmes/${id}`
}

/** The list of that room, as the first step down to a programme. */
export function useTopOf(side: ProgrammeSide): { href: string; label: string } {
  const t = useTranslations('account.nav')
  const room = roomOf(side)
  return { href: `/${room}`, label: t(room) }
}

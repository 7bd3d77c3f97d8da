import { useTranslations } from 'next-intl'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { Instant } from '#components/ui/time.tsx'
import type { Side } from '#lib/domain/message.ts'

export type Message = { id: string; side: Side; senderName: string; text: string; sentAt: Date; seenAt: Date | null }

/** The words exchanged about a file, oldest first; what the reader's side had not seen is marked. */
export function MessageList({ messages, side, empty }: { messages: readonly Message[]; side: Side; empty: string }) {
  const t = useTranslations('message')
  if (messages.length === 0) return <EmptyState title={t('none')}><p>{empty}</p></EmptyState>
  return (
    <ol className="max-w-measure space-y-5">
      {messages.map(({ id, side: from, senderName, text, sentAt, seenAt }) => (
        <li key={id} id={`message-${id}`} className={`border-s-4 ps-4 ${from === side ? 'border-line' : 'border-bridge'}`}>
          <p className="flex flex-wrap items-baseline gap-x-3 text-small text-soft">
            <strong className="font-semibold text-ink">{t('sent', { name: senderName, side: t(`from.${from}`) })}</strong>
            <Instant at={sentAt} />
            {from === side ? <span>{t(seenAt ? 'seen' : 'unseen')}</span> : seenAt === null && <Tag tone="line">{t('new')}</Tag>}
          </p>
          <p className="mt-1 whitespace-pre-line [overflow-wrap:anywhere]">{text}</p>
        </li>
      ))}
    </ol>
  )
}

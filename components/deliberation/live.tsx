'use client'
import { useRouter } from 'next/navigation'
import { startTransition, useEffect, useState } from 'react'

/** Before asking again for a stream that was refused, in milliseconds. */
const pause = 2_000

/**
 * Shows the page anew each time the meeting moves, wherever it was moved. Cut off, it says so, connects again by itself, and
 * shows what was missed: nothing of the meeting is kept in the page.
 */
export function Live({ address, lost }: { address: string; lost: string }) {
  const router = useRouter()
  const [isLost, setLost] = useState(false)
  useEffect(() => {
    let source: EventSource | undefined
    let again: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      setLost(false)
      startTransition(() => router.refresh())
    }
    const follow = () => {
      source = new EventSource(address)
      source.addEventListener('moved', look)
      source.addEventListener('error', () => {
        setLost(true)
        // A browser comes back by itself after a cut, but gives up on an answer such as a starting server's 503.
        if (source?.readyState === EventSource.CLOSED) again = setTimeout(follow, pause)
      })
    }
    follow()
    return () => {
      clearTimeout(again)
      source?.close()
    }
  }, [address, router])
  return <p role="status" className={isLost ? 'mb-4 font-semibold text-uncertain-ink' : 'sr-only'}>{isLost ? lost : ''}</p>
}

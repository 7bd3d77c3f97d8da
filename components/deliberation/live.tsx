'use client'
import { useRouter } from 'next/navigation'
import { startTransition, useEffect, useState } from 'react'

/**
 * Shows the page anew each time the meeting moves, wherever it was moved. Cut off, it says so, connects again by itself, and
 * shows what was missed: nothing of the meeting is kept in the page.
 */
export function Live({ address, lost }: { address: string; lost: string }) {
  const router = useRouter()
  const [isLost, setLost] = useState(false)
  useEffect(() => {
    const source = new EventSource(address)
    const look = () => {
      setLost(false)
      startTransition(() => router.refresh())
    }
    source.addEventListener('moved', look)
    source.addEventListener('error', () => setLost(true))
    return () => source.close()
  }, [address, router])
  return <p role="status" className={isLost ? 'mb-4 font-semibold text-uncertain-ink' : 'sr-only'}>{isLost ? lost : ''}</p>
}

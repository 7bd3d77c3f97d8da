'use client'
import { useEffect, useRef, useState } from 'react'
import { whoIsSignedIn } from '#components/draft/draft-request.ts'
import { countKept, isDeviceUsed, purgeDevice } from '#components/draft/save-queue.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'

/** The forms after which nobody is signed in in this browser any more. */
const leaving = new Set(['sign-out', 'close-all', 'delete'])

/** What asks for a confirmation and has none is refused: nobody leaves. */
function isUnconfirmed({ elements }: HTMLFormElement): boolean {
  const box = elements.namedItem('confirmed')
  return box instanceof HTMLInputElement && !box.checked
}

type Words = { title: string; more: string; stay: string; leave: string }

/**
 * Takes what somebody typed off this device before they sign out of it or delete their account. What would be lost is said first: it is nowhere
 * else. Renders nothing otherwise.
 */
export function DevicePurge({ words }: { words: Words }) {
  const [asked, ask] = useState<{ count: number; leave: () => void } | null>(null)
  const isPurged = useRef(false)
  useEffect(() => {
    const purge = async (person: string, form: HTMLFormElement) => {
      await purgeDevice(person).catch(() => {})
      isPurged.current = true
      form.requestSubmit()
      isPurged.current = false
    }
    const beforeLeaving = async (form: HTMLFormElement) => {
      const person = (await isDeviceUsed()) ? await whoIsSignedIn() : null
      const count = person ? await countKept(person) : 0
      if (person && count > 0) return ask({ count, leave: () => void purge(person, form) })
      return purge(person ?? '', form)
    }
    const onSubmit = (event: SubmitEvent) => {
      const form = event.target as HTMLFormElement
      if (!leaving.has(form.id) || isPurged.current || isUnconfirmed(form)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      beforeLeaving(form).catch(() => purge('', form))
    }
    addEventListener('submit', onSubmit, true)
    return () => removeEventListener('submit', onSubmit, true)
  }, [])
  if (!asked) return null
  return (
    <div className="w-full pb-3">
      <Notice tone="stop" role="alert" title={words.title}>
        <p>{words.more.replace('{count}', String(asked.count))}</p>
        <div className="flex flex-wrap gap-3">
          <Button tone="primary" onClick={() => ask(null)}>{words.stay}</Button>
          <Button onClick={asked.leave}>{words.leave}</Button>
        </div>
      </Notice>
    </div>
  )
}

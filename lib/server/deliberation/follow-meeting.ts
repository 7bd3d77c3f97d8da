import { listen } from '#db/client.ts'

type Meetings = { followers: Map<string, Set<() => void>>; listening: Promise<void> | null }
/** One ear for the process, whichever bundle asks. */
const meetings = ((globalThis as { portalMeetings?: Meetings }).portalMeetings ??= { followers: new Map(), listening: null })

/** Calls `moved` each time a meeting moved, on this instance or another, and when that may have been missed. Resolves to how to stop. */
async function followMeeting(deliberationId: string, moved: () => void): Promise<() => void> {
  const all = meetings.followers.get(deliberationId) ?? new Set()
  meetings.followers.set(deliberationId, all.add(moved))
  await (meetings.listening ??= listen('portal_deliberation', (id) => {
    for (const [of, followers] of meetings.followers) if (id === undefined || id === of) for (const tell of followers) tell()
  }))
  return () => {
    all.delete(moved)
    if (all.size === 0) meetings.followers.delete(deliberationId)
  }
}

/** A line now and then, so that a proxy does not take a quiet meeting for a dead one; in milliseconds. */
const heartbeat = 20_000
const encoder = new TextEncoder()

/**
 * Server-sent events that say only that the meeting moved: whoever hears it asks for what they may see. Sent once at the
 * start too, so that nothing is missed between a page and its stream. Ends when the reader leaves.
 */
export function meetingStream(deliberationId: string, signal: AbortSignal): ReadableStream<Uint8Array> {
  let stop = () => {}
  return new ReadableStream({
    async start(controller) {
      const say = (line: string) => {
        try {
          controller.enqueue(encoder.encode(line))
        } catch {
          // The reader has left already.
          stop()
        }
      }
      const beat = setInterval(() => say(': \n\n'), heartbeat)
      const unfollow = await followMeeting(deliberationId, () => say('event: moved\ndata: {}\n\n'))
      stop = () => {
        clearInterval(beat)
        unfollow()
      }
      signal.addEventListener('abort', () => stop(), { once: true })
      say('retry: 1000\nevent: moved\ndata: {}\n\n')
    },
    cancel: () => stop(),
  })
}

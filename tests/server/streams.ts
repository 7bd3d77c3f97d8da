/** A body in pieces of 64 KiB, as the network brings one. */
export function bodyOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let position = 0
  return new ReadableStream({
    pull(controller) {
      if (position >= bytes.byteLength) return controller.close()
      controller.enqueue(bytes.subarray(position, (position += 65_536)))
    },
  })
}

/** A body that breaks after `bytes`, as when the sender is gone. */
export function cutBody(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let sent = false
  return new ReadableStream({
    pull(controller) {
      if (sent) return controller.error(new Error('aborted'))
      sent = true
      controller.enqueue(bytes)
    },
  })
}

/** A body without end, and how much of it was taken. */
export function endlessBody(start: Uint8Array): { body: ReadableStream<Uint8Array>; taken: () => number; stopped: () => boolean } {
  let [taken, stopped] = [0, false]
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = taken === 0 ? start : new Uint8Array(65_536)
      taken += piece.byteLength
      controller.enqueue(piece)
    },
    cancel() {
      stopped = true
    },
  })
  return { body, taken: () => taken, stopped: () => stopped }
}

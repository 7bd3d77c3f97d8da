'use client'
import { useEditor, useView } from '#components/draft/editor-context.ts'
import { Notice } from '#components/ui/notice.tsx'

/** Said plainly where the device keeps nothing: private windows, full disks. */
export function DeviceNote() {
  const { words } = useEditor()
  const isMissing = useView(({ device, sync }) => device === 'none' && sync.trouble?.kind !== 'session' && sync.editable.length > 0)
  return <div role="status">{isMissing && <div className="mb-8"><Notice tone="uncertain"><p>{words.device}</p></Notice></div>}</div>
}

import type { ReactNode } from 'react'

/**
 * A table that scrolls sideways inside itself when the screen is narrow, reachable by keyboard.
 * `caption` names it; hide it on screen with `captionHidden` when a title right above says the same: the part under that
 * title is then the landmark, and the table none of its own. `stacked`: on a telephone each row is a card, its cells one under
 * the other, named by their `data-label` where they do not speak for themselves.
 */
export function Table({ id, caption, captionHidden = false, stacked = false, children }: { id: string; caption: ReactNode; captionHidden?: boolean; stacked?: boolean; children: ReactNode }) {
  const name = `${id}-caption`
  return (
    <div role={captionHidden ? 'group' : 'region'} aria-labelledby={name} tabIndex={0} className="relative max-w-full overflow-x-auto">
      <table id={id} className={stacked ? 'table table-stacked' : 'table'}>
        <caption id={name} className={captionHidden ? 'sr-only' : 'mb-3 text-start font-semibold'}>
          {caption}
        </caption>
        {children}
      </table>
    </div>
  )
}

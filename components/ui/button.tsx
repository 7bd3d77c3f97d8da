import type { ComponentProps } from 'react'
import { Link } from '#components/ui/link.tsx'

export type ButtonTone = 'primary' | 'secondary' | 'quiet'

const shape = 'inline-flex min-h-11 items-center justify-center gap-2 rounded-md border py-2 no-underline disabled:opacity-60'

const tones: Record<ButtonTone, string> = {
  primary: 'px-4 font-semibold border-ink bg-ink text-paper hover:border-line hover:bg-line',
  secondary: 'px-4 font-medium border-edge text-ink hover:border-ink hover:bg-wash',
  quiet: 'border-transparent -mx-2 px-2 text-ink underline decoration-edge underline-offset-4 hover:decoration-current',
}

/** The looks of a button, for what must be a plain element. */
export function buttonClass(tone: ButtonTone): string {
  return `${shape} ${tones[tone]}`
}

/** A button. One `primary` per screen: the action the screen is for. */
export function Button({ tone = 'secondary', className = '', type = 'button', ...rest }: ComponentProps<'button'> & { tone?: ButtonTone }) {
  return <button {...rest} type={type} className={`${buttonClass(tone)} ${className}`} />
}

/** A link that looks like a button, for going somewhere rather than doing something. */
export function ButtonLink({ tone = 'secondary', className = '', ...rest }: ComponentProps<typeof Link> & { tone?: ButtonTone }) {
  return <Link {...rest} className={`${buttonClass(tone)} ${className}`} />
}

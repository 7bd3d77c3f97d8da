/** What a form sent, its dotted names unfolded: `phases.0.title.fr` is under phases, 0, title, fr. */
export type Unfolded = { readonly [name: string]: string | Unfolded }

const deepest = 6

/** Unfolds a form; React's own fields and files are left out, and no name reaches the prototype. */
export function unfold(form: FormData): Unfolded {
  const root: Record<string, unknown> = Object.create(null)
  for (const [name, value] of form) {
    const steps = name.split('.')
    const last = steps.pop() ?? ''
    if (typeof value !== 'string' || name.startsWith('$') || steps.length > deepest) continue
    let at = root
    for (const step of steps) {
      const next = at[step]
      at = (typeof next === 'object' && next !== null ? next : (at[step] = Object.create(null))) as Record<string, unknown>
    }
    at[last] = value
  }
  return root as Unfolded
}

/** The part of what was unfolded under a name; nothing when there is only a text or nothing at all. */
export function under(fields: Unfolded | string | undefined, name: string): Unfolded {
  const found = typeof fields === 'object' ? fields[name] : undefined
  return typeof found === 'object' ? found : {}
}

/**
 * The rows of a list by their place on the screen. Null for a new one in which none of the `counted` fields holds
 * anything, and for one that is to be taken away.
 */
export function rowsOf(fields: Unfolded, name: string, counted: readonly string[]): (Unfolded | null)[] {
  const rows = under(fields, name)
  const places = Object.keys(rows).filter((key) => /^\d{1,3}$/.test(key)).map(Number)
  return Array.from({ length: places.length === 0 ? 0 : Math.max(...places) + 1 }, (_, place) => {
    const row = under(rows, String(place))
    if (row.remove === 'yes' || (!row.id && counted.every((field) => isBlank(row[field])))) return null
    return row
  })
}

function isBlank(value: string | Unfolded | undefined): boolean {
  if (value === undefined || typeof value === 'string') return (value ?? '').trim() === ''
  return Object.values(value).every(isBlank)
}

/** Names of the boxes ticked under a name. */
export function tickedUnder(fields: Unfolded | string | undefined, name: string): string[] {
  return Object.keys(under(fields, name))
}

/** Which call a form is about, and the version its writer had in view: another one where they chose to save over it. */
export function turnOf(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '')
  return { slug: text('slug'), version: text('over') || text('version') }
}

import type { FormState } from '#lib/domain/form-state.ts'
import { currentCaller } from '#lib/server/actor.ts'
import type { Caller } from '#lib/server/opening.ts'
import { isRefusal } from '#lib/server/refusal.ts'

type Options<I, R> = {
  verb: (caller: Caller, input: I) => Promise<R>
  /** What the verb gets from the form. Hidden fields are no more trusted than typed ones: the verb judges both. */
  input: (form: FormData) => unknown
  /** What follows success, e.g. a redirect. */
  done?: (result: R, form: FormData) => Promise<void> | void
  /** What the answer shows once, such as a secret that is kept nowhere it could be read again. */
  show?: (result: R) => string
}

/**
 * Turns a verb into a server action for `useActionState`. The front server has already refused foreign Origins.
 * Unexpected errors are thrown on to the error page.
 */
export function action<I, R>({ verb, input, done, show }: Options<I, R>) {
  return async (_before: FormState, form: FormData): Promise<FormState> => {
    let result: R
    try {
      result = await verb(await currentCaller(), input(form) as I)
    } catch (error) {
      if (!isRefusal(error)) throw error
      const { code, reason, retryAfter, faults, current } = error
      const version = (current as { version?: unknown } | undefined)?.version
      return {
        status: 'refused', code, faults, values: typed(form),
        ...(reason && { reason }), ...(retryAfter !== undefined && { retryAfter }), ...(typeof version === 'number' && { version }),
      }
    }
    // Outside of the try: a redirect is thrown.
    await done?.(result, form)
    return { status: 'done', ...(show && { shown: show(result) }) }
  }
}

/** Every text of the form, those of one name on a line each, so that nothing typed is cleared. React's own fields start with `$`. */
function typed(form: FormData): Record<string, string> {
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$'))
  return Object.fromEntries([...Map.groupBy(texts, ([name]) => name)].map(([name, its]) => [name, its.map(([, value]) => value).join('\n')]))
}

/** The text of a field, '' when it is absent. */
export function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

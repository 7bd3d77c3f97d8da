'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { boardQuery } from '#lib/domain/board-view.ts'
import { action, text } from '#lib/server/action.ts'
import { remindLaureates } from '#lib/server/programme/remind-laureates.ts'

/** Back to the view the laureates were chosen from. */
export const remind = action({
  verb: remindLaureates,
  input: (form) => ({ key: text(form, 'key'), chosen: form.getAll('chosen').map((id) => ({ id: String(id), mark: text(form, `mark.${String(id)}`) })) }),
  done: async ({ told }, form) => {
    const query = boardQuery({ call: text(form, 'call'), rupture: text(form, 'rupture'), stage: text(form, 'stage'), partner: text(form, 'partner'), flag: text(form, 'flag') })
    return redirect(`/${await getLocale()}/manage/board${query}${query === '' ? '?' : '&'}told=${told}`)
  },
})

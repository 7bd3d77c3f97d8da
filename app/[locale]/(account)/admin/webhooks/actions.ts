'use server'
import { refresh } from 'next/cache'
import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { action, text } from '#lib/server/action.ts'
import { addWebhook, disableWebhook, enableWebhook, removeWebhook, replayDelivery, rotateWebhook } from '#lib/server/webhook/administer-webhooks.ts'

const named = (form: FormData) => ({ webhookId: text(form, 'webhookId') })
const anew = () => refresh()

export const add = action({ verb: addWebhook, input: (form) => ({ address: text(form, 'address'), events: form.getAll('events') }), done: anew, show: ({ secret }) => secret })
export const rotate = action({ verb: rotateWebhook, input: named, done: anew, show: ({ secret }) => secret })
export const disable = action({ verb: disableWebhook, input: named, done: anew })
export const enable = action({ verb: enableWebhook, input: named, done: anew })
export const replay = action({ verb: replayDelivery, input: (form) => ({ deliveryId: text(form, 'deliveryId') }), done: anew })
export const remove = action({
  verb: removeWebhook,
  input: named,
  done: async () => redirect(`/${await getLocale()}/admin/webhooks`),
})

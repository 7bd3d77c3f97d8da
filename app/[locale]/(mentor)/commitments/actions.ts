'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { action, text } from '#lib/server/action.ts'
import { takeOnAsk } from '#lib/server/ask/take-on-ask.ts'
import { deliverCommitment, reportCommitment } from '#lib/server/commitment/deliver-commitment.ts'

const named = (form: FormData, ...names: string[]) => Object.fromEntries(['commitmentId', ...names].map((name) => [name, text(form, name)]))
// An address that differs by its fragment alone would not be asked for again.
const show = async (id: string): Promise<never> => redirect(`/${await getLocale()}/commitments?saved=${encodeURIComponent(id)}#commitment-${encodeURIComponent(id)}`)
const saved = (_result: unknown, form: FormData) => show(text(form, 'commitmentId'))

export const deliver = action({ verb: deliverCommitment, input: (form) => named(form, 'key', 'amount', 'deliveredOn', 'note'), done: saved })
export const report = action({ verb: reportCommitment, input: (form) => named(form, 'version', 'state', 'note'), done: saved })
export const takeOn = action({ verb: takeOnAsk, input: (form) => Object.fromEntries(['checkInId', 'kind', 'title', 'amount', 'unit', 'ownerName', 'dueOn'].map((name) => [name, text(form, name)])), done: ({ commitmentId }) => show(commitmentId) })

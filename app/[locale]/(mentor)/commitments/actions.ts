'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { action, text } from '#lib/server/action.ts'
import { deliverCommitment, reportCommitment } from '#lib/server/commitment/deliver-commitment.ts'

const named = (form: FormData, ...names: string[]) => Object.fromEntries(['commitmentId', ...names].map((name) => [name, text(form, name)]))
const saved = async (_result: unknown, form: FormData): Promise<never> => {
  const id = text(form, 'commitmentId')
  // An address that differs by its fragment alone would not be asked for again.
  redirect(`/${await getLocale()}/commitments?saved=${encodeURIComponent(id)}#commitment-${encodeURIComponent(id)}`)
}

export const deliver = action({ verb: deliverCommitment, input: (form) => named(form, 'key', 'amount', 'deliveredOn', 'note'), done: saved })
export const report = action({ verb: reportCommitment, input: (form) => named(form, 'version', 'state', 'note'), done: saved })

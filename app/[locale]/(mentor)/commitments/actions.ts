'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { action, text } from '#lib/server/action.ts'
import { deliverCommitment, reportCommitment } from '#lib/server/commitment/deliver-commitment.ts'

const named = (form: FormData, ...names: string[]) => Object.fromEntries(['commitmentId', ...names].map((name) => [name, text(form, name)]))
const saved = async (_result: unknown, form: FormData): Promise<never> => redirect(`/${await getLocale()}/commitments?saved=1#commitment-${text(form, 'commitmentId')}`)

export const deliver = action({ verb: deliverCommitment, input: (form) => named(form, 'key', 'amount', 'deliveredOn', 'note'), done: saved })
export const report = action({ verb: reportCommitment, input: (form) => named(form, 'version', 'state', 'note'), done: saved })

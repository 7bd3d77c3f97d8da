'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { action, text } from '#lib/server/action.ts'
import { deliverCommitment } from '#lib/server/commitment/deliver-commitment.ts'
import { changeCommitment, recordCommitment, withdrawCommitment } from '#lib/server/commitment/record-commitment.ts'

const named = (form: FormData, ...names: string[]) => Object.fromEntries(names.map((name) => [name, text(form, name)]))
const promised = ['kind', 'title', 'ownerName', 'amount', 'unit', 'programmeId', 'dueOn'] as const
/** Which commitment, and the version its writer had in view: another one where they chose to save over it. */
const turn = (form: FormData) => ({ commitmentId: text(form, 'commitmentId'), version: text(form, 'over') || text(form, 'version') })
const list = async (slug: string): Promise<never> => redirect(`/${await getLocale()}/manage/calls/${slug}/commitments?saved=1`)
const listed = ({ slug }: { slug: string }) => list(slug)

export const record = action({ verb: recordCommitment, input: (form) => named(form, 'slug', 'organisationId', ...promised), done: (_result, form) => list(text(form, 'slug')) })
export const change = action({ verb: changeCommitment, input: (form) => ({ ...turn(form), ...named(form, ...promised) }), done: listed })
export const withdraw = action({ verb: withdrawCommitment, input: (form) => ({ ...turn(form), reason: text(form, 'reason') }), done: listed })
export const deliver = action({ verb: deliverCommitment, input: (form) => named(form, 'commitmentId', 'key', 'amount', 'deliveredOn', 'note'), done: listed })

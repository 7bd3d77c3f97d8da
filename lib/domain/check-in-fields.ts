/** What one save of a check-in carries, judged field by field. */
import { milestoneProgress, moods } from '#lib/domain/check-in.ts'
import { checkInCore, type CheckInCore, entryOf, figureParts, progressParts } from '#lib/domain/check-in-content.ts'
import type { Content } from '#lib/domain/draft.ts'
import { draftLine, draftProse } from '#lib/domain/form-text.ts'
import { z } from 'zod'

type Entries = Record<string, Record<string, unknown>>
/** What one save changes: parts of a milestone's progress, of a metric's figure, and the fields besides. */
export type CheckInPatch = { progress: Entries; figures: Entries; core: Partial<Record<CheckInCore, unknown>> }
/** What may be named in a check-in: the programme's milestones, the metrics due that month, the call's partners. */
export type CheckInScope = { milestones: readonly string[]; metrics: readonly string[]; partners: readonly string[] }
type Fault = { path: string; code: string }

const emptied = <T extends z.ZodType>(schema: T) => z.union([z.null(), z.literal('').transform(() => null), schema])
const count = emptied(z.int().min(0).max(2_147_483_647))
const parts: Readonly<Record<string, z.ZodType>> = {
  state: z.enum(milestoneProgress).nullable(), note: emptied(draftLine),
  value: z.number().nullable(), numerator: count, denominator: count, n: count,
}
const core: Readonly<Record<CheckInCore, z.ZodType>> = {
  blockers: emptied(draftProse), ask: emptied(draftProse), moodReason: emptied(draftProse), askOrganisationId: z.uuid().nullable(), mood: z.enum(moods).nullable(),
}

/**
 * Judges what one save carries. Codes: `unrecognized_keys` for what is no field of this check-in, `not-a-partner` for an ask
 * to somebody outside of the call, `empty`, `invalid_type` for a number that is none, and those of a draft's texts.
 */
export function judgeCheckIn(fields: Content, scope: CheckInScope): { patch: CheckInPatch; kept: Content; faults: Fault[] } {
  const patch: CheckInPatch = { progress: {}, figures: {}, core: {} }
  const kept: Record<string, unknown> = {}
  const faults: Fault[] = Object.keys(fields).length === 0 ? [{ path: '', code: 'empty' }] : []
  for (const [path, value] of Object.entries(fields)) {
    const judged = judgeField(path, value, scope)
    if ('fault' in judged) {
      faults.push({ path, code: judged.fault })
      continue
    }
    kept[path] = judged.keeps
    const entry = entryOf(path)
    if (entry === null) patch.core[path as CheckInCore] = judged.keeps
    else patch[entry.of][entry.id] = { ...patch[entry.of][entry.id], [entry.part]: judged.keeps }
  }
  return { patch, kept, faults }
}

function judgeField(path: string, value: unknown, scope: CheckInScope): { keeps: unknown } | { fault: string } {
  const schema = schemaOf(path, scope)
  if (!schema) return { fault: 'unrecognized_keys' }
  const result = schema.safeParse(value)
  if (!result.success) return { fault: codeOf(result.error.issues[0] as z.core.$ZodIssue) }
  if (path === 'askOrganisationId' && result.data !== null && !scope.partners.includes(String(result.data))) return { fault: 'not-a-partner' }
  return { keeps: result.data }
}

function schemaOf(path: string, { milestones, metrics }: CheckInScope): z.ZodType | undefined {
  const entry = entryOf(path)
  if (entry === null) return (checkInCore as readonly string[]).includes(path) ? core[path as CheckInCore] : undefined
  const [ids, known] = entry.of === 'progress' ? [milestones, progressParts as readonly string[]] : [metrics, figureParts as readonly string[]]
  return ids.includes(entry.id) && known.includes(entry.part) ? parts[entry.part] : undefined
}

/** The first thing that is wrong: in a field that may also be empty, what is wrong with what was written. */
function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_union') return codeOf((issue.errors.at(-1)?.[0] ?? { code: 'unfit' }) as z.core.$ZodIssue)
  return issue.code === 'custom' ? String((issue.params as { code?: string } | undefined)?.code ?? 'unfit') : issue.code
}

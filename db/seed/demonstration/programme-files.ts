/** Five laureates' programmes as files, checked against the shapes of lib/domain: every word is invented. Days count from the start of the programme. */
import { z } from 'zod'
import programmes from '#db/seed/demonstration/programmes.json' with { type: 'json' }
import { moods } from '#lib/domain/check-in.ts'
import { commitmentKinds } from '#lib/domain/commitment.ts'
import { comparators } from '#lib/domain/programme-metric.ts'

/** The call whose programmes are told. */
export const toldCall = 'demo-accompagnement'

const day = z.int().min(0).max(300)
const text = z.string().min(1)
/** A persona, or the mailbox or the house of a partner that only the files know. */
const partner = z.string().min(1)

const told = z.strictObject({
  startUp: text,
  /** What the jury made of its file, from 1 to 5. */
  worth: z.number().min(4).max(5),
  mentors: z.array(z.strictObject({ partner, day, reply: z.enum(['accepted', 'silent', 'no-time']), replyDay: day.optional() })),
  commitments: z.array(z.strictObject({
    partner, kind: z.enum(commitmentKinds), title: text, owner: text.optional(), amount: z.number().positive(), unit: text, due: day,
    given: z.array(z.strictObject({ day, amount: z.number(), note: text.optional() })),
    unmet: z.strictObject({ day, note: text }).optional(),
  })),
  metrics: z.array(z.strictObject({
    claim: z.int().min(1).max(3),
    /** The day laureate and manager both agreed; none: they have not. */
    locked: day.optional(),
    numerator: text, denominator: text, method: text, dataSource: text, comparator: z.enum(comparators), comparatorNote: text.optional(), baselineN: z.int().positive().optional(), schedule: text,
    amendment: z.strictObject({ day, target: z.number(), population: text, reason: text }).optional(),
    /** Months after the start the count runs from and to; who verified it, and when. */
    measured: z.array(z.strictObject({ from: z.int(), to: z.int(), numerator: z.int(), denominator: z.int(), day, verified: day.optional(), by: z.enum(['manager', 'mentor']), note: text.optional() })),
  })),
  checkIns: z.array(z.union([
    z.strictObject({ month: z.int(), day, skipped: text }),
    z.strictObject({
      month: z.int(), day, mood: z.enum(moods), moodReason: text.optional(), blockers: text.optional(), ask: z.strictObject({ partner, text }).optional(),
      /** A word about each milestone, in their order. */
      notes: z.array(text.nullable()),
      answer: z.strictObject({ by: partner, day, text }).optional(),
    }),
  ])),
  milestones: z.array(z.strictObject({ at: z.int(), done: day, evidence: text, accepted: day.optional() })),
  moves: z.array(z.strictObject({ at: z.int(), day, by: z.int().positive(), reason: text })).default([]),
  sessions: z.array(z.strictObject({ proposed: day, held: day, subject: text, minutes: z.int(), place: text.optional(), notes: text.optional() })),
})
export type Told = z.infer<typeof told>

const filed = z.strictObject({ startsOn: z.int().negative(), programmes: z.array(told) })
export type ToldProgrammes = z.infer<typeof filed>

/** The file, whole. Throws `ZodError` when it is not in shape. */
export function readProgrammes(): ToldProgrammes {
  return filed.parse(programmes)
}

import { z } from 'zod'

/**
 * A mail address the portal writes to: one plain ASCII mailbox, in lower case.
 * Quoted parts, comments, lists, full-width signs and control characters are refused (threat T13), not repaired.
 */
export const mailAddress = z
  .string()
  .trim()
  .max(254)
  .regex(/^[A-Za-z0-9](?:[A-Za-z0-9_%+'-]|\.(?!\.)){0,62}[A-Za-z0-9_%+'-]?@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/)
  .refine((address) => !address.split('@')[0]?.endsWith('.'))
  .toLowerCase()

/** A name as a person writes it: any script, no control characters. */
export const personName = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^[^\p{Cc}\p{Co}\p{Cn}\u202a-\u202e\u2066-\u2069<>]+$/u)

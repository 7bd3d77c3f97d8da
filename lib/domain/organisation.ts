import { z } from 'zod'

/** What an organisation is in a call. `operator` runs the portal: its members are programme managers. */
export const organisationKinds = [
  'start-up', 'hospital', 'insurer', 'laboratory', 'foundation', 'patient-association', 'public-body', 'federation', 'operator', 'other',
] as const

export type OrganisationKind = (typeof organisationKinds)[number]

/** What a member may do in the organisation: an owner also changes it and its members. */
export const membershipRoles = ['owner', 'member'] as const

export type MembershipRole = (typeof membershipRoles)[number]

/** A mail domain such as `hopital.example`: lower case, at least two labels, no public-suffix check. */
export const mailDomain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/)

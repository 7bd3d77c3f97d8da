/**
 * The invented people of the demonstration, one for each part somebody plays in a call. Their addresses end in
 * `.example`, which belongs to nobody (RFC 2606), so that no mail can ever reach a real person.
 */
export const personas = ['founder', 'rival', 'scorer', 'scorer-2', 'conflicted', 'manager', 'manager-2', 'laureate', 'mentor', 'admin'] as const

export type Persona = (typeof personas)[number]

/** `founder` → `founder@demonstration.example` */
export function personaAddress(persona: Persona): string {
  return `${persona}@demonstration.example`
}

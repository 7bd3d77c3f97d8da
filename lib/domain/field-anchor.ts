/** Where a field stands in the editor, as the fragment of its address: `field-pitch`, `field-answers-<id>`, `field-primaryClaim-target`. */
export function fieldAnchor(field: string): string {
  return `field-${field.replaceAll('.', '-')}`
}

/** The same for a part of the form. */
export function sectionAnchor(section: string): string {
  return `part-${section}`
}

/** A commitment is what a partner promised: mentoring hours, an experimentation site, data, introductions. What it gave is counted beside. */
export const commitmentKinds = ['mentoring', 'site', 'data', 'introduction', 'expertise', 'other'] as const
export type CommitmentKind = (typeof commitmentKinds)[number]

export const commitmentStates = ['promised', 'under-way', 'kept', 'unmet', 'withdrawn'] as const
export type CommitmentState = (typeof commitmentStates)[number]

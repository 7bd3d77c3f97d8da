import type { Metadata } from 'next'

/** What a page of somebody tells machines: nothing to be found, shared or translated. */
export const privateMetadata: Metadata = { robots: { index: false }, description: null, alternates: null, openGraph: null, twitter: null }

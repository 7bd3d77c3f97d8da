import { parisDate } from '#lib/domain/calendar.ts'
import type { Asked } from '#lib/server/endpoint.ts'
import type { ExportedApplications } from '#lib/server/screening/export-applications.ts'

/** What an address of exports asks: the call in its path, the view in its query string. */
export const exportAsked = (format: 'json' | 'csv' | 'xlsx') => ({ params, request }: Asked) => {
  const search = new URL(request.url).searchParams
  return { slug: params.slug ?? '', format, language: search.get('language'), search: Object.fromEntries([...new Set(search.keys())].map((key) => [key, search.getAll(key)])) }
}

const types = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }

/** A file to keep, named after the call and the day: "demo-ouvert-2026-05-12.csv". */
export function fileOf({ call }: ExportedApplications, format: keyof typeof types, content: string | Uint8Array): Response {
  return new Response(content as BodyInit, { headers: { 'Content-Type': types[format], 'Content-Disposition': `attachment; filename="${call.slug}-${parisDate(new Date())}.${format}"` } })
}

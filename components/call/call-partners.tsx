import { useLocale } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicCall, PublicPartner } from '#lib/domain/public-call.ts'
import { SourceMark, type Sources } from '#components/source/source-mark.tsx'
import { Notice } from '#components/ui/notice.tsx'

/** Who took part, by role in the order the sources give; names that share a source stand together above it. */
export function CallPartners({ call: { partners, partnersNote }, sources }: { call: PublicCall; sources: Sources }) {
  const locale = useLocale()
  const byRole = Map.groupBy(partners, ({ role }) => inLocale(role, locale))
  return (
    <>
      <div className="border-t border-rule">
        {[...byRole].map(([role, members]) => (
          <div key={role} className="grid gap-x-8 gap-y-3 border-b border-rule py-5 md:grid-cols-[14rem_1fr]">
            <h3 className="text-balance font-semibold first-letter:uppercase">{role}</h3>
            <div className="space-y-5">
              {[...Map.groupBy(members, ({ sourceId }) => sourceId)].map(([sourceId, named]) => (
                <div key={sourceId}>
                  <ul className="gap-x-10 sm:columns-2">
                    {named.map((member) => (
                      <Member key={member.slug} member={member} />
                    ))}
                  </ul>
                  <p className="mt-1">
                    <SourceMark id={sourceId} sources={sources} />
                  </p>
                </div>
              ))}
            </div>
          </div>
        ))}
      </div>
      {partnersNote && (
        <div className="mt-8">
          <Notice tone="uncertain">
            <p>{inLocale(partnersNote, locale)}</p>
          </Notice>
        </div>
      )}
    </>
  )
}

function Member({ member: { name, note } }: { member: PublicPartner }) {
  const locale = useLocale()
  return (
    <li className="break-inside-avoid py-0.5">
      {name}
      {note && <span className="block text-small text-soft">{inLocale(note, locale)}</span>}
    </li>
  )
}

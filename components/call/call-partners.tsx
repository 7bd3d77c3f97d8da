import { useLocale } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicCall, PublicPartner } from '#lib/domain/public-call.ts'
import { SourceMark, type Sources } from '#components/source/source-mark.tsx'
import { Notice } from '#components/ui/notice.tsx'

/** Who took part, gathered by role in the order the sources give, each name with its source. */
export function CallPartners({ call: { partners, partnersNote }, sources }: { call: PublicCall; sources: Sources }) {
  const locale = useLocale()
  const byRole = Map.groupBy(partners, ({ role }) => inLocale(role, locale))
  return (
    <>
      <div className="space-y-8">
        {[...byRole].map(([role, members]) => (
          <div key={role} className="grid gap-x-8 gap-y-2 md:grid-cols-[14rem_1fr]">
            <h3 className="text-balance font-semibold first-letter:uppercase">{role}</h3>
            <ul className="gap-x-10 sm:columns-2">
              {members.map((member) => (
                <Member key={member.slug} member={member} sources={sources} />
              ))}
            </ul>
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

function Member({ member: { name, note, sourceId }, sources }: { member: PublicPartner; sources: Sources }) {
  const locale = useLocale()
  return (
    <li className="keep break-inside-avoid border-b border-rule py-2">
      {name}
      <span className="block leading-snug">
        {note && <span className="text-small text-soft">{inLocale(note, locale)} </span>}
        <SourceMark id={sourceId} sources={sources} />
      </span>
    </li>
  )
}

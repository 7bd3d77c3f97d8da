import type { ReactNode } from 'react'
import type { Company } from '#lib/domain/company.ts'
import { legalFormFamily } from '#lib/domain/legal-form.ts'
import { formatSiren } from '#lib/domain/siren.ts'
import { formatDay } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import type { Messages } from '#lib/i18n/messages.ts'

export type IdentityWords = Messages['organisation']['identity']
/** What is shown of a company. */
export type ShownCompany = Pick<Company, 'siren' | 'name' | 'legalForm' | 'naf' | 'address' | 'registeredOn'>

/** Names and values of a company, as the register has them. */
export function companyFacts({ name, legalForm, naf, address, registeredOn }: ShownCompany, { facts, legalForms }: IdentityWords, locale: Locale): { name: string; value: ReactNode }[] {
  return [
    { name: facts.name, value: name },
    { name: facts.legalForm, value: legalForm ? legalForms[legalFormFamily(legalForm)] : facts.missing },
    { name: facts.address, value: address ?? facts.missing },
    { name: facts.registeredOn, value: registeredOn ? <time dateTime={registeredOn}>{formatDay(registeredOn, locale)}</time> : facts.missing },
    { name: facts.naf, value: naf ?? facts.missing },
  ]
}

/** The company a number belongs to, to be recognised at a glance; what can be done about it stands below. */
export function CompanyCard({ company, words, locale, confirmed, children }: { company: ShownCompany; words: IdentityWords; locale: Locale; confirmed: boolean; children: ReactNode }) {
  const [name, ...facts] = companyFacts(company, words, locale)
  return (
    <div className={`keep rounded-md border px-4 py-4 ${confirmed ? 'border-bridge' : 'border-edge'}`}>
      <p className="text-h3 font-semibold">{name?.value}</p>
      <p className="text-small tabular-nums text-soft">SIREN {formatSiren(company.siren)}</p>
      <dl className="mt-3 grid gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr]">
        {facts.map((fact) => (
          <div key={fact.name} className="contents">
            <dt className="text-soft">{fact.name}</dt>
            <dd className="mb-1 sm:mb-0">{fact.value}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-4">{children}</div>
    </div>
  )
}

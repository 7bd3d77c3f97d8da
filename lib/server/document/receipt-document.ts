import { formatDay } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import { applicantWords, documentWords, fileBlock, instantWords, type Applicant, type GivenFile } from '#lib/server/document/document-words.ts'
import type { Block, Fact, PortalDocument } from '#lib/server/document/portal-document.ts'

/** What a receipt says. Words are in the language of the receipt; `contentUrl` is where the frozen content is downloaded. */
export type Receipt = {
  locale: Locale
  number: string
  callTitle: string
  organisation: Applicant
  solution: string
  depositedAt: Date
  depositedBy: string
  sha256: string
  contentUrl: string
  /** Which deposit of this organisation to this call it is, from 1, and when the one it replaces was made. */
  sequence: { position: number; replaces: Date | null }
  files: readonly GivenFile[]
  /** What may still be changed, and until when; empty when nothing may. */
  mayChange: readonly { what: string; until: Date }[]
  /** The Paris date ("2026-07-01") by which the answer is promised; null when none is. */
  answerOn: string | null
  demonstration: boolean
}

/** The proof of a deposit: what was received, when to the second, what freezes, and how anyone can check it. */
export function receiptDocument(receipt: Receipt): PortalDocument {
  const { locale, number, callTitle, organisation, solution, depositedAt, sha256, contentUrl, files, mayChange, answerOn, demonstration } = receipt
  const t = documentWords(locale)
  const changes: Block =
    mayChange.length === 0
      ? { block: 'text', text: t('receipt.nothingChanges') }
      : { block: 'list', items: mayChange.map(({ what, until }) => t('receipt.mayChange', { what, until: instantWords(t, locale, until) })) }
  return {
    locale,
    kind: t('receipt.kind'),
    title: t('receipt.title', { solution }),
    number,
    sha256,
    dated: depositedAt,
    demonstration: demonstration ? t('demonstration') : null,
    lead: t('receipt.lead', { organisation: organisation.name, call: callTitle }),
    blocks: [
      { block: 'heading', text: t('receipt.deposit') },
      { block: 'facts', facts: depositFacts(receipt) },
      { block: 'heading', text: t('files.title') },
      fileBlock(t, locale, files),
      { block: 'heading', text: t('receipt.changes') },
      changes,
      { block: 'heading', text: t('receipt.next') },
      { block: 'text', text: answerOn === null ? t('receipt.answerUnknown') : t('receipt.answer', { day: formatDay(answerOn, locale) }) },
      { block: 'heading', text: t('receipt.verify.title') },
      { block: 'text', text: t('receipt.verify.lead') },
      { block: 'list', items: [t('receipt.verify.download', { address: contentUrl }), t('receipt.verify.compute'), t('receipt.verify.compare')] },
      { block: 'text', text: t('receipt.verify.files'), tone: 'soft' },
    ],
  }
}

function depositFacts({ locale, number, callTitle, organisation, solution, depositedAt, depositedBy, sha256, sequence }: Receipt): Fact[] {
  const t = documentWords(locale)
  const { position, replaces } = sequence
  return [
    { term: t('receipt.number'), value: number },
    { term: t('receipt.call'), value: callTitle },
    { term: t('receipt.organisation'), value: applicantWords(t, organisation) },
    { term: t('receipt.solution'), value: solution },
    { term: t('receipt.at'), value: instantWords(t, locale, depositedAt) },
    { term: t('receipt.instant'), value: depositedAt.toISOString(), exact: true },
    { term: t('receipt.by'), value: depositedBy },
    { term: t('receipt.sequence'), value: replaces === null ? t('receipt.first', { position }) : t('receipt.replaces', { position, replaced: instantWords(t, locale, replaces) }) },
    { term: t('receipt.sha256'), value: sha256, exact: true },
  ]
}

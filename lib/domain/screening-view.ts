/**
 * A view of the table as its address carries it:
 * `?q=words&eligibility=pending&tag=…&challenge=…&rupture=…&maturity=…&correction=open&sort=-submittedAt&columns=…&after=…`.
 * Several values of one filter widen it, several filters narrow it. What is not understood is set aside and named.
 */
import { eligibilities, type Eligibility, maturities, type Maturity, regulatoryStates, type RegulatoryState } from '#lib/domain/application.ts'
import type { Question } from '#lib/domain/question.ts'
import { type Column, columnsOf, defaultColumns } from '#lib/domain/screening.ts'
import { defaultSort, type Place, printPlace, readPlace, type Sort, sortKeys } from '#lib/domain/screening-cursor.ts'
import { searchWords } from '#lib/domain/search.ts'
import { type Ignored, ignored, type SearchParams, valuesOf } from '#lib/domain/search-params.ts'

const longestQuery = 100
const mostNotes = 10

export const correctionStates = ['open', 'done'] as const
export const messageStates = ['unread'] as const

export type ScreeningView = {
  q: string
  eligibility: Eligibility[]
  challenge: string[]
  rupture: string[]
  maturity: Maturity[]
  regulatoryState: RegulatoryState[]
  /** Identifiers of tags. */
  tag: string[]
  correction: (typeof correctionStates)[number] | null
  message: (typeof messageStates)[number] | null
  /** By question, the options any of which an answer must hold; `yes` and `no` for a yes-no question. */
  answers: Readonly<Record<string, readonly string[]>>
  sort: Sort
  columns: readonly Column[]
  /** Which side of a row the page lies on; null is the first page. */
  from: { side: 'after' | 'before'; place: Place } | null
}

/** What a call knows of: values of filters beyond these are not understood. */
export type Known = {
  challenges: readonly string[]
  ruptures: readonly string[]
  tags: readonly string[]
  questions: readonly Pick<Question, 'id' | 'kind' | 'options'>[]
}

export const everyApplication: ScreeningView = {
  q: '', eligibility: [], challenge: [], rupture: [], maturity: [], regulatoryState: [], tag: [], correction: null, message: null, answers: {}, sort: defaultSort, columns: defaultColumns, from: null,
}

/** The options an answer can be filtered by; none for numbers. */
export function answerOptions({ kind, options }: Known['questions'][number]): string[] {
  return kind === 'yes-no' ? ['yes', 'no'] : options.map(({ id }) => id)
}

/** Reads a view out of an address. Never throws; at most ten notes come back, however long the address. */
export function parseScreeningView(params: SearchParams, known: Known): { view: ScreeningView; ignored: Ignored[] } {
  const notes: Ignored[] = []
  const several = <V extends string>(key: string, options: readonly V[], given = valuesOf(params, key)): V[] => {
    for (const value of given) if (!options.some((option) => option === value)) notes.push(ignored(key, value, 'unknown-value'))
    return options.filter((option) => given.includes(option))
  }
  const one = (key: string): string | null => {
    const [first = null, ...others] = valuesOf(params, key)
    for (const other of others) notes.push(ignored(key, other, 'repeated'))
    return first
  }
  const oneOf = <V extends string>(key: string, options: readonly V[]): V | null => {
    const value = one(key)
    const option = options.find((each) => each === value) ?? null
    if (value !== null && option === null) notes.push(ignored(key, value, 'unknown-value'))
    return option
  }
  const words = (): string => {
    const query = (one('q') ?? '').toWellFormed().trim()
    if (query.length <= longestQuery) return query
    notes.push(ignored('q', query, 'too-long'))
    return ''
  }
  const sort = (): Sort => {
    const value = one('sort')
    if (value === null) return defaultSort
    const key = sortKeys.find((each) => each === value.replace(/^-/, ''))
    if (key !== undefined) return { key, descending: value.startsWith('-') }
    notes.push(ignored('sort', value, 'unknown-value'))
    return defaultSort
  }
  const answers = () => {
    const chosen = known.questions.map((question) => [question.id, several(`answers.${question.id}`, answerOptions(question))] as const)
    return Object.fromEntries(chosen.filter(([, options]) => options.length > 0))
  }
  const columns = () => {
    const chosen = several('columns', columnsOf(known.questions), valuesOf(params, 'columns').flatMap((value) => value.split(',')).filter((value) => value !== ''))
    return chosen.length === 0 ? defaultColumns : chosen
  }
  const from = (order: Sort): ScreeningView['from'] => {
    for (const side of ['after', 'before'] as const) {
      const value = one(side)
      if (value === null) continue
      const place = readPlace(value, order.key)
      if (place) return { side, place }
      notes.push(ignored(side, value, 'unknown-value'))
    }
    return null
  }
  const order = sort()
  const view: ScreeningView = {
    q: words(),
    eligibility: several('eligibility', eligibilities),
    challenge: several('challenge', known.challenges),
    rupture: several('rupture', known.ruptures),
    maturity: several('maturity', maturities),
    regulatoryState: several('regulatoryState', regulatoryStates),
    tag: several('tag', known.tags),
    correction: oneOf('correction', correctionStates),
    message: oneOf('message', messageStates),
    answers: answers(),
    sort: order,
    columns: columns(),
    from: from(order),
  }
  return { view, ignored: notes.slice(0, mostNotes) }
}

/** The address of a view, always the same for the same view: '' for the first page of everything, else '?q=…'. */
export function screeningQuery(view: ScreeningView): string {
  const params = new URLSearchParams()
  if (searchWords(view.q).length > 0) params.append('q', view.q)
  for (const key of ['eligibility', 'challenge', 'rupture', 'maturity', 'regulatoryState', 'tag'] as const) for (const value of view[key]) params.append(key, value)
  if (view.correction !== null) params.append('correction', view.correction)
  if (view.message !== null) params.append('message', view.message)
  for (const [id, options] of Object.entries(view.answers)) for (const option of options) params.append(`answers.${id}`, option)
  if (view.sort.key !== defaultSort.key || view.sort.descending !== defaultSort.descending) params.append('sort', `${view.sort.descending ? '-' : ''}${view.sort.key}`)
  if (view.columns.join() !== defaultColumns.join()) params.append('columns', view.columns.join())
  if (view.from !== null) params.append(view.from.side, printPlace(view.from.place))
  const query = params.toString().replaceAll('%2C', ',')
  return query === '' ? '' : `?${query}`
}

/** How many filters narrow a view, the words looked for among them. */
export function filterCount({ q, correction, message, answers, ...view }: ScreeningView): number {
  const lists = [view.eligibility, view.challenge, view.rupture, view.maturity, view.regulatoryState, view.tag, ...Object.values(answers)]
  return lists.filter((list) => list.length > 0).length + [correction, message].filter((each) => each !== null).length + (searchWords(q).length > 0 ? 1 : 0)
}

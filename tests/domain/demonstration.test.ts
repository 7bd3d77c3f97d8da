import { describe, expect, test } from 'vitest'
import { contentOf, type Names } from '#db/seed/demonstration/content.ts'
import { type FiledCall, readDemonstration, type StartUp } from '#db/seed/demonstration/read.ts'
import { readProgrammes, toldCall } from '#db/seed/demonstration/programme-files.ts'
import { readFiles } from '#db/seed/referential/read.ts'
import { claimFields } from '#lib/domain/application.ts'
import { gapsOf, patchSchema } from '#lib/domain/draft.ts'
import { lengthOf } from '#lib/domain/plain-text.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { organisationForm } from '#lib/domain/organisation.ts'
import { mailAddress, personName } from '#lib/domain/person.ts'
import { type Question, questionFaults, questionKinds, questionList } from '#lib/domain/question.ts'

/** The demonstration's words are invented; what they point at is real, and they fit the form as anybody's would. */
const files = readDemonstration()
const referential = readFiles()
const everybody = files.calls.flatMap((call) => call.startUps.map((startUp) => ({ ...startUp, call })))

const uuids = new Map<string, string>()
const uuidOf = (name: string) => uuids.get(name) ?? uuids.set(name, crypto.randomUUID()).get(name) ?? ''
const known = (all: readonly { slug: string }[], slug: string) => (all.some((it) => it.slug === slug) ? uuidOf(slug) : `no ${slug}`)
const namesIn = (call: FiledCall): Names => ({
  challenge: (slug) => known(call.challenges, slug),
  ruptureVersion: (slug) => known(referential.ruptures, slug),
  question: (key) => (call.questions.includes(key) ? uuidOf(key) : `not asked: ${key}`),
  option: (key, name) => (files.questions[key]?.options.some(({ id }) => id === name) ? name : `no option ${name}`),
  dayAfterAnswer: (days) => new Date(Date.UTC(2030, 0, 1 + days)).toISOString().slice(0, 10),
})
const questionsOf = (call: FiledCall): Question[] =>
  call.questions.flatMap((key) => {
    const asked = files.questions[key]
    return asked === undefined ? [] : [{ ...asked, id: uuidOf(key), shownIf: asked.shownIf && { questionId: uuidOf(asked.shownIf.question), is: asked.shownIf.is } }]
  })
const written = ({ call, ...startUp }: (typeof everybody)[number]) => contentOf(startUp, files.questions, namesIn(call))
/** Every state in which it was kept: as deposited first, again, and after a correction. */
const contentsOf = (startUp: (typeof everybody)[number]) =>
  [{}, startUp.again, startUp.correction?.done].flatMap((changed) => (changed === undefined ? [] : [written({ ...startUp, content: { ...startUp.content, ...changed } })]))

test('four calls, and what became of each file', () => {
  const fates = ({ startUps }: { startUps: StartUp[] }) => Object.fromEntries(Map.groupBy(startUps, ({ fate, screened }) => screened?.eligibility ?? fate).entries().map(([fate, all]) => [fate, all.length]))
  expect(Object.fromEntries(files.calls.map((call) => [call.slug, fates(call)]))).toEqual({
    'demo-accompagnement': { eligible: 8, ineligible: 1 },
    'demo-jury': { eligible: 11, ineligible: 1 },
    'demo-selection': { eligible: 11, ineligible: 3, submitted: 4 },
    'demo-ouvert': { draft: 7, submitted: 6, 'submitted-twice': 1, withdrawn: 1 },
  })
  expect(everybody).toHaveLength(54)
  expect(new Set(everybody.map(({ name }) => name)).size).toBe(53)
  expect(everybody.filter(({ locale }) => locale === 'en')).toHaveLength(18)
})

describe('the calls', () => {
  test('ask whole questions, of every kind in the open one', () => {
    expect(files.calls.map((call) => [call.slug, call.questions.length, questionsOf(call).length, questionFaults(questionList.parse(questionsOf(call)))])).toEqual([
      ['demo-accompagnement', 6, 6, []], ['demo-jury', 7, 7, []], ['demo-selection', 8, 8, []], ['demo-ouvert', 9, 9, []],
    ])
    expect(new Set(files.calls.find(({ slug }) => slug === 'demo-ouvert')?.questions.map((key) => files.questions[key]?.kind))).toEqual(new Set(questionKinds))
  })

  test('point at ruptures of the référentiel and at rules that are there', () => {
    const slugs = files.calls.flatMap(({ challenges }) => challenges.flatMap(({ ruptures }) => ruptures))
    expect(slugs.filter((slug) => !referential.ruptures.some((it) => it.slug === slug))).toEqual([])
    // And no rupture is left without a challenge.
    expect(referential.ruptures.map(({ slug }) => slug).filter((slug) => !slugs.includes(slug))).toEqual([])
    expect(files.calls.flatMap(({ rules }) => rules).filter((key) => files.rules[key] === undefined)).toEqual([])
  })

  test('follow one another: opened, closed, then answered, each phase after the one before', () => {
    const wrong = files.calls.filter(({ opens, closes, answers, phases }) => {
      const apart = phases.every(({ from, to }, index) => from <= to && (index === 0 || from > (phases[index - 1]?.to ?? 0)))
      return !apart || opens >= closes || closes >= answers || phases[0]?.from !== opens || phases[0]?.to !== closes
    })
    expect(wrong.map(({ slug }) => slug)).toEqual([])
  })
})

describe('the start-ups', () => {
  test('write what a draft can keep', () => {
    const faults = everybody.flatMap((it) => contentsOf(it).flatMap((content) => (patchSchema(questionsOf(it.call)).safeParse(content).error?.issues ?? []).map((issue) => [it.call.slug, it.name, issue])))
    expect(faults).toEqual([])
  })

  test('have nothing left to fill in when they deposited', () => {
    const deposited = everybody.filter(({ fate }) => fate !== 'draft')
    expect(deposited).toHaveLength(47)
    expect(deposited.flatMap((it) => contentsOf(it).flatMap((content) => gapsOf(content, questionsOf(it.call), {}).map((gap) => [it.call.slug, it.name, gap])))).toEqual([])
  })

  test('who are still writing lack what they lack', () => {
    const gaps = (name: string) => everybody.filter((it) => it.name === name && it.fate === 'draft').map((it) => gapsOf(written(it), questionsOf(it.call), {}).map(({ field, code }) => `${field.startsWith('answers.') ? [...uuids].find(([, id]) => field.endsWith(id))?.[0] : field} ${code}`))[0]
    expect(gaps('Relais Nord')).toEqual(['primaryClaim.target missing', 'primaryClaim.evidenceLevel missing', 'evidence missing', 'regulatoryState missing', 'needs missing', 'moment missing', 'utilisateurs missing', 'debut missing', 'consent missing'])
    expect(gaps('Fenouillane')).toEqual(['consent missing'])
    expect(gaps('Hollowbeam')).toEqual(['pitch over-limit', 'quel-terrain missing'])
  })

  test('name ruptures of the challenge they answer, and indicators as the catalogue does', () => {
    const elsewhere = everybody.filter(({ call, content: { challenge, primaryClaim } }) => primaryClaim !== undefined && !call.challenges.some(({ slug, ruptures }) => slug === challenge && ruptures.includes(primaryClaim.rupture)))
    expect(elsewhere.map(({ name }) => name)).toEqual([])
    const measured = everybody.flatMap(({ name, locale, content }) => claimFields.flatMap((field) => (content[field]?.metric ? [{ name, locale, sentence: content[field] }] : [])))
    expect(measured).toHaveLength(20)
    const misnamed = measured.filter(({ locale, sentence }) => {
      const metric = referential.metrics.find(({ slug }) => slug === sentence.metric)
      return metric === undefined || sentence.indicator !== inLocale(metric.name, locale) || sentence.unit !== inLocale(metric.unit, locale)
    })
    expect(misnamed).toEqual([])
  })

  test('are nobody: not an organisation of the référentiel, no SIREN, addresses that belong to nobody', () => {
    const real = referential.organisations.map(({ name }) => name.toLowerCase())
    expect(everybody.filter(({ name }) => real.some((other) => name.toLowerCase().includes(other)))).toEqual([])
    const invited = everybody.filter(({ persona }) => persona === undefined)
    const addresses = invited.flatMap(({ domain, people }) => people.map(({ mailbox }) => `${mailbox}@${domain}`))
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(addresses.map((address) => mailAddress.parse(address))).toEqual(addresses)
    const unfit = invited.filter(({ name, domain, people }) =>
      !organisationForm.safeParse({ name, kind: 'start-up', domains: domain }).success || people.length === 0 || people.some((person) => !personName.safeParse(person.name).success))
    expect(unfit.map(({ name }) => name)).toEqual([])
  })

  test('show what must never be garbled: long names, Arabic, emoji, combining accents, a word processor’s paragraphs', () => {
    const texts = everybody.map((it) => JSON.stringify(it))
    expect(everybody.filter(({ name }) => lengthOf(name) > 100).map(({ name }) => lengthOf(name))).toEqual([152, 109])
    const signs = [/\p{Script=Arabic}/u, /\p{Extended_Pictographic}/u, /\p{M}/u, /\\u000b/, /\\r\\n/]
    expect(signs.filter((sign) => !texts.some((text) => sign.test(text)))).toEqual([])
  })
})

describe('the programmes told', () => {
  const { programmes } = readProgrammes()

  test('are of eligible start-ups of their call, with a claim for each metric', () => {
    const startUps = files.calls.find(({ slug }) => slug === toldCall)?.startUps ?? []
    const wrong = programmes.filter(({ startUp, metrics }) => {
      const its = startUps.find(({ name }) => name === startUp)
      return its?.screened?.eligibility !== 'eligible' || metrics.some(({ claim }) => its.content[claimFields[claim - 1] ?? 'thirdClaim'] === undefined)
    })
    expect(wrong).toEqual([])
    expect(programmes).toHaveLength(5)
  })

  test('happen in order, each thing before today: files in their month, nothing accepted before it is done', () => {
    const days = programmes.flatMap(({ checkIns, milestones, metrics }) =>
      [checkIns.map(({ day, month }) => [day, month * 31 + 10]), milestones.map(({ done, accepted }) => [done, accepted ?? done]), metrics.flatMap(({ measured }) => measured.map(({ day, verified }) => [day, verified ?? day]))].flat())
    expect(days.length).toBeGreaterThan(50)
    expect(days.filter(([before, after]) => Number(before) > Number(after) || Number(before) > 155)).toEqual([])
  })
})

describe('words', () => {
  const texts: { fr: string[]; en: string[] } = { fr: [], en: [] }
  const walk = (value: unknown, locale?: 'fr' | 'en'): void => {
    if (typeof value === 'string') texts[locale ?? 'fr'].push(value)
    else if (typeof value === 'object' && value !== null) for (const [key, inner] of Object.entries(value)) walk(inner, key === 'fr' || key === 'en' ? key : locale)
  }
  const { calls, ...shared } = files
  walk(shared)
  for (const told of readProgrammes().programmes) walk(told, everybody.find(({ name, call: { slug } }) => name === told.startUp && slug === toldCall)?.locale)
  for (const { startUps, ...call } of calls) {
    walk(call)
    for (const { screened, ...startUp } of startUps) {
      walk(startUp, startUp.locale)
      walk(screened)
    }
  }
  const sentences = { fr: texts.fr.filter((text) => !text.startsWith('https:')), en: texts.en.filter((text) => !text.startsWith('https:')) }

  test('follow French typography', () => {
    expect(sentences.fr.length).toBeGreaterThan(800)
    const wrong = /'| [;:!?»%€]|« |\d \d{3}(?!\d)|[^\s\u00A0\u202F][;!?](?:\s|$)|\.\.\./
    expect(sentences.fr.filter((text) => wrong.test(text))).toEqual([])
  })

  test('follow English typography', () => {
    expect(sentences.en.length).toBeGreaterThan(300)
    expect(sentences.en.filter((text) => /'|"|«|»|[\u00A0\u202F ][;:!?%]/.test(text))).toEqual([])
  })
})

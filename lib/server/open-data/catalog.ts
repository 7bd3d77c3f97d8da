import type { DatasetName } from '#lib/domain/dataset.ts'
import { licence } from '#lib/domain/licence.ts'
import { openDataWords } from '#lib/i18n/open-data-words.ts'
import { operator } from '#lib/server/instance/operator.ts'
import { listNews } from '#lib/server/open-data/list-news.ts'
import { permalink } from '#lib/server/open-data/permalink.ts'
import { published } from '#lib/server/open-data/publish-dataset.ts'
import type { Content } from '#lib/server/open-data/respond.ts'
import { visitor } from '#lib/server/opening.ts'

const vocabularies = { dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/', foaf: 'http://xmlns.com/foaf/0.1/', xsd: 'http://www.w3.org/2001/XMLSchema#' }
const licenceLink = { 'dct:license': { '@id': licence.url } }
const spoken = (words: { fr: string; en: string }) => [{ '@value': words.fr, '@language': 'fr' }, { '@value': words.en, '@language': 'en' }]
const said = (key: string) => ({ fr: openDataWords('fr')(key as 'title'), en: openDataWords('en')(key as 'title') })
const mediaTypes = { csv: 'https://www.iana.org/assignments/media-types/text/csv', json: 'https://www.iana.org/assignments/media-types/application/json' } as const

/**
 * The catalogue of what is published, as DCAT-AP 3.0.1 in JSON-LD: every table with its files, and the interface as a
 * service. Harvesters know a dataset by `dct:identifier` and guess a format by the ending of the address.
 */
export async function catalog(): Promise<Content> {
  const news = await listNews(visitor, {})
  const latest = news.flatMap(({ changedAt, decidedAt, releases }) => [changedAt, decidedAt, ...releases.map(({ releasedAt }) => releasedAt)].flatMap((at) => (at === null ? [] : [Date.parse(at)])))
  const modified = latest.length === 0 ? {} : { 'dct:modified': { '@value': new Date(Math.max(...latest)).toISOString(), '@type': 'xsd:dateTime' } }
  const publisher = { '@type': 'foaf:Agent', '@id': permalink('/#operator'), 'foaf:name': operator().name ?? 'Passerelle' }
  const datasets = published.map(({ name, conformsTo }) => dataset(name, conformsTo))
  const body = {
    '@context': vocabularies,
    '@id': permalink('/data/catalog.jsonld'),
    '@type': 'dcat:Catalog',
    'dct:title': spoken(said('catalog.title')),
    'dct:description': spoken(said('lead')),
    'dct:publisher': publisher,
    'dct:language': languages,
    'foaf:homepage': { '@id': permalink('/'), '@type': 'foaf:Document' },
    ...modified,
    ...licenceLink,
    'dcat:dataset': datasets,
    'dcat:service': [
      {
        '@id': permalink('/api/openapi.json#service'),
        '@type': 'dcat:DataService',
        'dct:identifier': permalink('/api/v1'),
        'dct:title': spoken(said('catalog.service')),
        'dcat:endpointURL': { '@id': permalink('/api/v1') },
        'dcat:endpointDescription': { '@id': permalink('/api/openapi.json') },
        'dcat:servesDataset': datasets.map(({ '@id': id }) => ({ '@id': id })),
        'dct:publisher': publisher,
        ...licenceLink,
      },
    ],
  }
  return { type: 'application/ld+json', fileName: 'catalog.jsonld', body: `${JSON.stringify(body, null, 1)}\n` }
}

const languages = ['FRA', 'ENG'].map((code) => ({ '@id': `http://publications.europa.eu/resource/authority/language/${code}`, '@type': 'dct:LinguisticSystem' }))

function dataset(name: DatasetName, conformsTo: string | undefined) {
  const about = permalink(`/data/${name}`)
  return {
    '@id': about,
    '@type': 'dcat:Dataset',
    'dct:identifier': about,
    'dct:title': spoken(said(`datasets.${name}.title`)),
    'dct:description': spoken(said(`datasets.${name}.text`)),
    'dcat:landingPage': { '@id': permalink('/open-data'), '@type': 'foaf:Document' },
    ...(conformsTo !== undefined && { 'dct:conformsTo': { '@id': conformsTo, '@type': 'dct:Standard' } }),
    ...licenceLink,
    'dcat:distribution': (['csv', 'json'] as const).map((format) => ({
      '@id': `${about}.${format}#distribution`,
      '@type': 'dcat:Distribution',
      'dct:title': spoken({ fr: `${name}.${format}`, en: `${name}.${format}` }),
      'dcat:accessURL': { '@id': `${about}.${format}` },
      'dcat:downloadURL': { '@id': `${about}.${format}` },
      'dcat:mediaType': { '@id': mediaTypes[format], '@type': 'dct:MediaType' },
      'dct:description': spoken(said(`datasets.${name}.text`)),
      'dct:license': licenceLink['dct:license'],
    })),
  }
}

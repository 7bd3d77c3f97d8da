import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { Link } from '#components/ui/link.tsx'
import { Table } from '#components/ui/table.tsx'

const paths = [
  '/api/v1/ruptures',
  '/api/v1/ruptures/{slug}',
  '/api/v1/estimates',
  '/api/v1/calls',
  '/api/v1/calls/{slug}',
  '/api/v1/laureates',
  '/api/v1/laureates/{slug}',
  '/api/v1/sources',
  '/api/v1/sources/{slug}',
  '/api/v1/initiatives',
  '/api/v1/initiatives/{slug}',
  '/api/v1/metrics',
  '/api/v1/results',
] as const

/** The addresses programs may read, what each gives, and how to spare both sides the traffic. */
export function ApiTable({ origin }: { origin: string }) {
  const t = useTranslations('open-data.api')
  return (
    <>
      <p className="max-w-measure">{t('lead')}</p>
      <p className="mt-3">
        <Link href="/api/openapi.json">{t('openapi')}</Link>
      </p>
      <p className="mt-3">
        <Link href="/data/catalog.jsonld">{t('catalog')}</Link>
      </p>
      <div className="mt-6">
        <Table id="addresses" caption={t('caption')} captionHidden>
          <thead>
            <tr>
              <th scope="col">{t('address')}</th>
              <th scope="col">{t('gives')}</th>
            </tr>
          </thead>
          <tbody>
            {paths.map((path) => (
              <tr key={path}>
                <th scope="row" className="w-1/2 font-normal! sm:w-72">
                  <code className="text-small">
                    {path.includes('{') ? (
                      <Breakable path={path} />
                    ) : (
                      <Link href={path}>
                        <Breakable path={path} />
                      </Link>
                    )}
                  </code>
                </th>
                <td>{t(`resources.${path}`)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      <p className="mt-6 max-w-measure">{t('cache')}</p>
      <p className="mt-3 max-w-measure">{t('cors')}</p>
      <p className="mt-6 font-semibold">{t('example')}</p>
      <pre className="mt-2 overflow-x-auto rounded-sm border border-rule bg-wash p-4 text-small" tabIndex={0}>
        <code>{`curl -H 'If-None-Match: "…"' ${origin}/api/v1/ruptures`}</code>
      </pre>
    </>
  )
}

/** An address that may go on to the next line after each slash. */
function Breakable({ path }: { path: string }) {
  return path.split('/').map((part, index) => (
    <Fragment key={index}>
      {index > 0 && (
        <>
          /<wbr />
        </>
      )}
      {part}
    </Fragment>
  ))
}

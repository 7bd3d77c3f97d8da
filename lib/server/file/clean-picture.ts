import sharp, { type Metadata, type Sharp } from 'sharp'
import { fileLimits, type FileFault } from '#lib/domain/file.ts'

type PictureKind = 'png' | 'jpeg'
type CleanedPicture = { strippedMetadata: boolean }

// Only the two readers that are needed: no SVG, no ImageMagick, nothing that runs another program (threat T10).
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng'] })
sharp.cache(false)
sharp.concurrency(1)

/** What a JPEG is written with; the second only when the first makes it larger than a file may be. */
const qualities = [90, 75] as const
/** Up to here a JPEG's codes are fitted to it, which makes it smaller but holds all of it in memory (6 bytes per pixel). */
const fitted = 8_000_000
/** Seconds after which a picture that keeps the processor busy is given up as too large. */
const longest = 30

let line: Promise<unknown> = Promise.resolve()

/**
 * Makes the picture at `from` anew at `to`, pixels only: place, time, device and author (EXIF, XMP, IPTC, comments) go,
 * as does whatever hides behind the picture; it is turned upright first and keeps its colour profile. PNG pixels stay
 * exact, of an animated one the first picture. One at a time, whoever sends: turning one round holds all of it in memory.
 * Answers `file-content` or `file-pixels` when it cannot; throws when the disk cannot.
 */
export function cleanPicture(from: string, to: string, kind: PictureKind): Promise<CleanedPicture | FileFault> {
  const turn = line.then(() => clean(from, to, kind))
  line = turn.catch(() => undefined)
  return turn
}

async function clean(from: string, to: string, kind: PictureKind): Promise<CleanedPicture | FileFault> {
  try {
    const facts = await sharp(from, { limitInputPixels: false }).metadata()
    if (facts.format !== kind) return 'file-content'
    if (facts.width * facts.height > fileLimits.pixels) return 'file-pixels'
    await (kind === 'png' ? writePng(from, to, facts) : writeJpeg(from, to, facts))
    return { strippedMetadata: carriesMetadata(facts) }
  } catch (error) {
    const { message } = error as Error
    if (/write error|open for write|No space left/.test(message)) throw error
    return message.startsWith('timeout') ? 'file-pixels' : 'file-content'
  }
}

async function writePng(from: string, to: string, facts: Metadata): Promise<void> {
  await upright(from, facts).png({ compressionLevel: 6, adaptiveFiltering: true }).toFile(to)
}

async function writeJpeg(from: string, to: string, facts: Metadata): Promise<void> {
  const chromaSubsampling = facts.chromaSubsampling === '4:4:4' ? '4:4:4' : '4:2:0'
  const optimiseCoding = facts.width * facts.height <= fitted
  for (const quality of qualities) {
    const { size } = await upright(from, facts).jpeg({ quality, chromaSubsampling, optimiseCoding }).toFile(to)
    if (size <= fileLimits.bytes) return
  }
}

/** Printing colours become screen colours, and with them goes their profile; all others stay as they are. */
function upright(from: string, { space }: Metadata): Sharp {
  const picture = sharp(from, { limitInputPixels: fileLimits.pixels, failOn: 'error' }).autoOrient().timeout({ seconds: longest })
  return space === 'cmyk' ? picture.toColourspace('srgb') : picture.toColourspace(space).keepIccProfile()
}

function carriesMetadata({ exif, xmp, iptc, tifftagPhotoshop, comments }: Metadata): boolean {
  return [exif, xmp, iptc, tifftagPhotoshop].some(Boolean) || (comments?.length ?? 0) > 0
}

import sharp, { type Metadata, type Sharp } from 'sharp'
import { fileLimits, type FileFault } from '#lib/domain/file.ts'

type PictureKind = 'png' | 'jpeg'

// Only the two readers that are needed: no SVG, no ImageMagick, nothing that runs another program (threat T10).
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng'] })
sharp.cache(false)
sharp.concurrency(1)

/** What a JPEG is written with; the second only when the first makes it larger than a file may be. */
const qualities = [90, 75] as const

/**
 * Makes the picture at `from` anew at `to`, pixels only: place, time, device and author (EXIF, XMP, IPTC, comments) go,
 * as does whatever hides behind the picture; it is turned upright first and keeps its colour profile. PNG pixels stay
 * exact, of an animated one the first picture. Answers `file-content` or `file-pixels` when it cannot; throws when the disk cannot.
 */
export async function cleanPicture(from: string, to: string, kind: PictureKind): Promise<{ strippedMetadata: boolean } | FileFault> {
  try {
    const facts = await sharp(from, { limitInputPixels: false }).metadata()
    if (facts.format !== kind) return 'file-content'
    if (facts.width * facts.height > fileLimits.pixels) return 'file-pixels'
    await (kind === 'png' ? writePng(from, to, facts) : writeJpeg(from, to, facts))
    return { strippedMetadata: carriesMetadata(facts) }
  } catch (error) {
    if (error instanceof Error && /write error|open for write|No space left/.test(error.message)) throw error
    return 'file-content'
  }
}

async function writePng(from: string, to: string, facts: Metadata): Promise<void> {
  await upright(from, facts).png({ compressionLevel: 6, adaptiveFiltering: true }).toFile(to)
}

async function writeJpeg(from: string, to: string, facts: Metadata): Promise<void> {
  const chromaSubsampling = facts.chromaSubsampling === '4:4:4' ? '4:4:4' : '4:2:0'
  for (const quality of qualities) {
    const { size } = await upright(from, facts).jpeg({ quality, chromaSubsampling }).toFile(to)
    if (size <= fileLimits.bytes) return
  }
}

/** Printing colours become screen colours, and with them goes their profile; all others stay as they are. */
function upright(from: string, { space }: Metadata): Sharp {
  const picture = sharp(from, { limitInputPixels: fileLimits.pixels, failOn: 'error' }).autoOrient()
  return space === 'cmyk' ? picture.toColourspace('srgb') : picture.toColourspace(space).keepIccProfile()
}

function carriesMetadata({ exif, xmp, iptc, tifftagPhotoshop, comments }: Metadata): boolean {
  return [exif, xmp, iptc, tifftagPhotoshop].some(Boolean) || (comments?.length ?? 0) > 0
}

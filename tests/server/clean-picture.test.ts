import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, it } from 'vitest'
import { cleanPicture } from '#lib/server/file/clean-picture.ts'
import { jpeg, png, svg } from '#tests/server/corpus.ts'

const folder = mkdtempSync(join(tmpdir(), 'portal-picture-'))
afterAll(() => rmSync(folder, { recursive: true }))
const [photo, capture, drawing, clean] = ['photo', 'capture', 'drawing', 'clean'].map((name) => join(folder, name)) as [string, string, string, string]
writeFileSync(photo, await jpeg())
writeFileSync(capture, await png())
writeFileSync(drawing, svg)

it('reads the kind it is told, and no drawing under any name', async () => {
  expect(await cleanPicture(photo, clean, 'jpeg')).toEqual({ strippedMetadata: false })
  expect([await cleanPicture(photo, clean, 'png'), await cleanPicture(capture, clean, 'jpeg')]).toEqual(['file-content', 'file-content'])
  await expect(sharp(drawing).metadata()).rejects.toThrow('unsupported image format')
})

it('does not blame the picture for the disk, and takes the next one', async () => {
  const [refused, taken] = await Promise.allSettled([cleanPicture(photo, join(folder, 'gone', 'clean'), 'jpeg'), cleanPicture(capture, clean, 'png')])
  expect([refused.status, taken]).toEqual(['rejected', { status: 'fulfilled', value: { strippedMetadata: false } }])
})

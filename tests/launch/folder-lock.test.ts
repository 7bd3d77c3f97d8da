import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FolderInUse, lockFolder } from '#db/folder-lock.ts'
import { startOf } from '#db/process-facts.ts'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'portal-lock-'))))
afterEach(() => rmSync(folder, { recursive: true }))

describe('lockFolder', () => {
  it('lets one in, and another once the first has left', () => {
    const leave = lockFolder(folder)
    expect(() => lockFolder(folder)).toThrow(new FolderInUse(folder, process.pid))
    leave()
    lockFolder(folder)()
    expect(readdirSync(folder)).toEqual([])
  })

  it('takes over from a process that is gone', () => {
    const { pid } = spawnSync(process.execPath, ['--version'])
    writeFileSync(join(folder, 'lock'), `${pid} long ago`)
    const leave = lockFolder(folder)
    expect(readFileSync(join(folder, 'lock'), 'utf8')).toBe(`${process.pid} ${startOf(process.pid)}`)
    leave()
  })

  it('takes over from an earlier process that had the number of a living one', () => {
    writeFileSync(join(folder, 'lock'), `${process.ppid} long ago`)
    lockFolder(folder)()
    expect(readdirSync(folder)).toEqual([])
  })

  it('leaves alone the lock of whoever took it meanwhile', () => {
    const leave = lockFolder(folder)
    writeFileSync(join(folder, 'lock'), `${process.ppid} ${startOf(process.ppid)}`)
    leave()
    expect(() => lockFolder(folder)).toThrow(new FolderInUse(folder, process.ppid))
  })
})

// Runs under whichever Node and npm a fresh machine has (Node 20.9, npm 10), before anything is installed:
// plain JavaScript, nothing but Node's own modules. Installs, then hands over to the pinned Node.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const [command = 'start', ...rest] = process.argv.slice(2)
const script = join(root, 'lib', 'launch', `${command}.ts`)
const modules = join(root, 'node_modules')
const modes = { dev: 'development', test: 'test', check: 'test' }
const quietly = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error']

main()

function main() {
  if (olderThan(process.versions.node, [20, 9])) stop(`Node ${process.versions.node} is too old to begin with: install Node 20.9 or newer, then run the command again.`)
  if (!/^[a-z-]+$/.test(command) || !existsSync(script)) stop(`There is no command named ${command}.`)
  process.chdir(root)
  const missing = whatIsMissing()
  if (missing) install(missing)
  hand(pinnedNode() ?? fetchedNode() ?? ownNode())
}

/** Compares what npm last installed, and what is still there of it, with the lockfile; undefined when nothing is missing. */
function whatIsMissing() {
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const present = packagesOf(join(modules, '.package-lock.json'))
  if (!wanted) stop('package-lock.json cannot be read: restore it from the repository, then run the command again.')
  if (!present) return 'Installing packages'
  const differs = Object.entries(wanted).some(([path, { version, integrity, optional, devOptional, peer }]) => {
    if (path === '' || (!present[path] && (optional || devOptional || peer))) return false
    return present[path]?.version !== version || present[path]?.integrity !== integrity || !existsSync(join(root, path))
  })
  return differs ? 'Installing packages that changed' : undefined
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

/**
 * `npm ci` is not used: newer npm versions refuse a lockfile that leaves out programs for other platforms,
 * and older ones then forget the programs of this one. What the lockfile names is installed exactly either way.
 */
function install(why) {
  console.log(`${why} …`)
  const done = npm(['install', ...quietly, '--include=dev', '--include=optional'])
  if (done.status !== 0) stop('npm could not install the packages (its reason is above): check the network and the disk, then run the command again.')
  const forgotten = programsLeftOut()
  if (forgotten.length > 0) npm(['install', ...quietly, ...forgotten])
}

/** Programs of this platform that an installed package names and the lockfile does not, as name@version. */
function programsLeftOut() {
  const suffix = new RegExp(`-${process.platform}-${process.arch}(-gnu)?$`)
  return Object.entries(packagesOf(join(root, 'package-lock.json')) ?? {}).flatMap(([path, { optionalDependencies }]) =>
    existsSync(join(root, path)) ? Object.entries(optionalDependencies ?? {}) : [])
    .filter(([name]) => suffix.test(name) && !existsSync(join(modules, name)))
    .map(([name, version]) => `${name}@${version}`)
}

/** The npm this was started with, else the one on the path. */
function npm(args) {
  const own = process.env.npm_execpath
  const [program, first] = own && /npm-cli\.c?js$/.test(own) ? [process.execPath, [own]] : ['npm', []]
  return spawnSync(program, [...first, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
}

function pinnedNode() {
  return working(join(modules, 'node', 'bin', 'node')) ?? working(join(modules, '.passerelle', 'node_modules', '.bin', 'node'))
}

/** Where install scripts are switched off, the program itself is still an ordinary package. */
function fetchedNode() {
  const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).optionalDependencies.node
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'
  console.log(`Fetching Node ${version} …`)
  npm(['install', ...quietly, '--no-package-lock', '--ignore-scripts', '--prefix', join(modules, '.passerelle'), `${prefix}-${process.platform}-${process.arch}@${version}`])
  return pinnedNode()
}

function ownNode() {
  if (olderThan(process.versions.node, [24, 0])) stop(`npm has no Node 24 for ${process.platform} on ${process.arch}: install Node 24 or newer, then run the command again.`)
  return process.execPath
}

function working(program) {
  return existsSync(program) && spawnSync(program, ['--version']).status === 0 ? program : undefined
}

/** Runs the command's own script, passes signals on, and ends as it ends. */
function hand(node) {
  const path = [dirname(node), join(modules, '.bin'), process.env.PATH].join(process.platform === 'win32' ? ';' : ':')
  // The channel tells the script that we are gone, even when we were killed outright.
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', script, ...rest], {
    cwd: root, env: { ...process.env, NODE_ENV: modes[command] ?? 'production', PATH: path }, stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  if (process.channel) process.on('disconnect', () => child.kill('SIGTERM'))
  child.on('error', (error) => stop(`Node could not be run (${error.message}).`))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
  watchNpm(child)
}

/** Some shells stand between npm and us and do not pass SIGTERM on: when npm is gone, so is the reason to run. */
function watchNpm(child) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref()
}

function olderThan(version, [major, minor]) {
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map(Number)
  return ownMajor < major || (ownMajor === major && ownMinor < minor)
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}

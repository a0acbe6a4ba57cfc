// What a phone downloads before the first page can show itself: the page's own script and style,
// those of the route "For you", and the texts of one language (the longer counts). Fonts are not
// counted. Fails above the limit.
//   npm run size [-- --json]
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const limit = 150_000
const dist = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist')

/** @returns {Record<string, { file: string, imports?: string[], css?: string[] }>} */
function readManifest() {
  try {
    return JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8'))
  } catch {
    process.stderr.write('There is no build to measure. Run "npm run build" first.\n')
    process.exit(1)
  }
}

const manifest = readManifest()

/** Adds to a set of files what a part of the build needs. */
function take(name, files) {
  const chunk = manifest[name]
  if (!chunk) {
    process.stderr.write(`The build has no "${name}". Has the first route moved?\n`)
    process.exit(1)
  }
  if (files.has(chunk.file)) return
  for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
  for (const each of chunk.imports ?? []) take(each, files)
}

function sizesWith(texts) {
  const files = new Set()
  for (const name of ['index.html', 'src/app/routes/for-you.tsx', texts]) take(name, files)
  return [...files].map((file) => ({
    file,
    gzip: gzipSync(readFileSync(join(dist, file)), { level: 9 }).length,
  }))
}

const sum = (sizes) => sizes.reduce((total, each) => total + each.gzip, 0)
const [sizes] = ['src/texts/en/index.ts', 'src/texts/es/index.ts']
  .map(sizesWith)
  .sort((one, other) => sum(other) - sum(one))
const total = sum(sizes)

if (process.argv.includes('--json')) {
  process.stdout.write(`${JSON.stringify({ first_route_gzip: total, limit, files: sizes })}\n`)
} else {
  for (const { file, gzip } of sizes.sort((one, other) => other.gzip - one.gzip)) {
    process.stdout.write(`${String(gzip).padStart(8)}  ${file}\n`)
  }
  process.stdout.write(`${String(total).padStart(8)}  first route, gzip (limit ${limit})\n`)
}
process.exitCode = total > limit ? 1 : 0

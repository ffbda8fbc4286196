import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Pages into `dist`, with names that tell their content; nothing is fetched from elsewhere. */
// oxlint-disable-next-line import/no-default-export -- Vite reads its configuration from there
export default defineConfig({
  plugins: [react(), keptOffline(), compressed()],
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
})

/** Beside each text its compressed forms, made once: the server only picks the one a browser takes. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle: async ({ dir = '' }) => {
      const folder = join(dir, 'assets')
      const texts = (await readdir(folder)).filter((name) => /\.(js|css|svg)$/.test(name))
      for (const name of texts) {
        const text = await readFile(join(folder, name))
        await writeFile(join(folder, `${name}.br`), await promisify(brotliCompress)(text))
        await writeFile(join(folder, `${name}.gz`), await promisify(gzip)(text))
      }
    },
  }
}

/** The courier's page and all it needs, by name, for the worker that keeps them on the phone; beside it what makes it installable. */
function keptOffline(): Plugin {
  const source = (name: string) => readFile(new URL(`src/courier/${name}`, import.meta.url), 'utf8')
  return {
    name: 'kept-offline',
    apply: 'build',
    enforce: 'post',
    generateBundle: async function (_, bundle) {
      const files = Object.values(bundle)
      const chunks = files.filter((file) => file.type === 'chunk')
      const wanted = new Set<string>()
      const want = (name: string) => {
        if (wanted.has(name)) return
        wanted.add(name)
        for (const next of chunks.find(({ fileName }) => fileName === name)?.imports ?? []) want(next)
      }
      const isOfCourier = (id: string) => /\/src\/(courier|frame)\//.test(id)
      for (const { isEntry, fileName, moduleIds } of chunks) if (isEntry || moduleIds.some(isOfCourier)) want(fileName)
      for (const { fileName } of files) if (/\.(css|woff2|wasm)$/.test(fileName)) want(fileName)
      const names = JSON.stringify([...wanted].toSorted().map((name) => `/${name}`))
      const version = createHash('sha256').update(names).digest('hex').slice(0, 12)
      const worker = (await source('sw.js')).replace('__FILES__', names).replace('__VERSION__', version)
      this.emitFile({ type: 'asset', fileName: 'buu-ta/sw.js', source: worker })
      for (const [fileName, name] of [
        ['buu-ta/manifest.webmanifest', 'manifest.json'],
        ['buu-ta/icon.svg', 'icon.svg'],
      ] as const)
        this.emitFile({ type: 'asset', fileName, source: await source(name) })
    },
  }
}

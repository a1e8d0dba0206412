/** How the client is built and, while developing, served with the server's calls and sockets behind the same origin. */
import react from '@vitejs/plugin-react'
import mantine from 'postcss-preset-mantine'
import { defineConfig, type Plugin, type Rolldown } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

const SERVER = `http://127.0.0.1:${process.env['PORT'] ?? '4000'}`
/** The server accepts calls of its own origin only; in development the page comes from Vite's. */
const proxied = { target: SERVER, changeOrigin: true, rewriteWsOrigin: true, headers: { origin: SERVER } }

/** zod finds out with `new Function` whether it may compile schemas. Our content security policy forbids that, and reports the attempt; so zod is told not to try. */
function zodWithoutEval(): Plugin {
  return {
    name: 'zod-without-eval',
    transform: (code, id) =>
      id.includes('/zod/v4/core/core.js') ? { code: `globalThis.__zod_globalConfig ??= { jitless: true };\n${code}`, map: null } : undefined,
  }
}

/** Every schema of zod brings along how to describe itself as a JSON schema: a sixth of zod, on the first screen, and nobody here asks for one. */
function zodWithoutJsonSchemas(): Plugin {
  return {
    name: 'zod-without-json-schemas',
    transform(code, id) {
      if (!/\/zod\/v4\/core\/(to-json-schema|json-schema-processors)\.js/.test(id)) return undefined
      const names = [...code.matchAll(/^export (?:function|const) (\w+)|^export \{ \w+ as (\w+) \}/gm)].map((match) => match[1] ?? match[2])
      const none = "const none = () => { throw new Error('There are no JSON schemas in the browser') }"
      return { code: `${none}\nexport { ${names.map((name) => `none as ${name}`).join(', ')} }`, map: null }
    },
  }
}

/** zod's sentences on what is wrong with a value, in English: nobody reads them here, for what a person is told comes out of `words/`. An issue keeps its code and its path. */
function zodWithoutSentences(): Plugin {
  return {
    name: 'zod-without-sentences',
    transform: (_, id) => (id.includes('/zod/v4/locales/en.js') ? { code: 'export default () => ({ localeError: () => undefined })', map: null } : undefined),
  }
}

/** The app waits for its words; the browser fetches it meanwhile, and is told what a journal needs besides: see `src/ahead.ts`. */
function appOnItsWay(): Plugin {
  return {
    name: 'app-on-its-way',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle }) => {
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk')
        const app = withImports(chunks, '/app/App.tsx')
        const itself = chunks.filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName)
        const journal = withImports(chunks, '/journal/JournalRoute.tsx').filter((file) => !app.includes(file) && !itself.includes(file))
        const links = app
          .filter((file) => !itself.includes(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: file.endsWith('.css') ? 'stylesheet' : 'modulepreload', crossorigin: true, href: `/${file}` },
            injectTo: 'head' as const,
          }))
        return [...links, { tag: 'meta', attrs: { name: 'journal-files', content: journal.map((file) => `/${file}`).join(' ') }, injectTo: 'head' as const }]
      },
    },
  }
}

/** The file a module became, with all it cannot do without: scripts and styles. */
function withImports(chunks: readonly Rolldown.OutputChunk[], module: string): readonly string[] {
  const files = new Set<string>()
  const add = (chunk: Rolldown.OutputChunk | undefined): void => {
    if (!chunk || files.has(chunk.fileName)) return
    files.add(chunk.fileName)
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style)
    for (const imported of chunk.imports) add(chunks.find(({ fileName }) => fileName === imported))
  }
  add(chunks.find((chunk) => chunk.facadeModuleId?.endsWith(module)))
  return [...files]
}

export default defineConfig({
  plugins: [
    react(),
    zodWithoutEval(),
    zodWithoutJsonSchemas(),
    zodWithoutSentences(),
    appOnItsWay(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        name: 'Tandem',
        short_name: 'Tandem',
        description: 'A shared journal for a mentorship.',
        display: 'standalone',
        start_url: '/',
        background_color: '#fbfaf7',
        theme_color: '#fbfaf7',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/mark.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,png,woff2}'],
        importScripts: ['/push-worker.js'],
        globIgnores: ['push-worker.js'],
        // A page of the app that is asked for without network is the app itself; the server's own addresses are not.
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/api\//, /^\/sync\//],
        cleanupOutdatedCaches: true,
      },
    }),
  ],
  css: { postcss: { plugins: [mantine()] } },
  server: { proxy: { '/api': proxied, '/sync': { ...proxied, ws: true } } },
  build: {
    target: 'es2023',
    sourcemap: true,
    rolldownOptions: {
      input: { index: 'index.html', 'push-worker': 'src/push-worker.ts' },
      // By a name of its own, for the worker that is made around it.
      output: { entryFileNames: ({ name }) => (name === 'push-worker' ? '[name].js' : 'assets/[name]-[hash].js') },
    },
  },
})

// Plain JavaScript on purpose: it must run on any Node to be able to say which Node is needed.
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  process.stderr.write(
    `Intikhab runs on Node 24 or newer and this is Node ${process.versions.node}. ` +
      'On Linux x64 `npm ci` brings Node 26 with it: start through npm (`npm start`, `npm run intikhab -- …`). Elsewhere install Node 26.\n',
  )
  process.exit(1)
}
const { main } = await import('./main.ts')
await main(process.argv.slice(2))

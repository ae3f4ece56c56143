const assets = /<(?:link[^>]+rel="(?:stylesheet|icon)"[^>]+href|script[^>]+src)="([^"]+)"/g

/** What a first visit weighs, as it comes over the line to a browser that unpacks what is packed; without the font. */
export async function firstVisit(port: number, path: string) {
  const base = `http://localhost:${port}`
  const page = await fetch(base + path)
  const text = await page.text()
  const itself = Buffer.byteLength(text)
  const addresses = [...text.matchAll(assets)].map(([, address]) => address!)
  const sizes = await Promise.all(addresses.map((each) => sizeOf(base + each)))
  const around = sizes.reduce((sum, each) => sum + each, 0)
  return { 'first visit': path, kB: kB(itself + around), page: kB(itself), 'styles and scripts': kB(around) }
}

/** Browsers ask for what is packed; `fetch` unpacks it, so its length is taken from the header. */
async function sizeOf(url: string): Promise<number> {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'br' } })
  const unpacked = await answer.arrayBuffer()
  return Number(answer.headers.get('content-length') ?? unpacked.byteLength)
}

const kB = (bytes: number): number => Math.round(bytes / 100) / 10

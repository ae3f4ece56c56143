import { textOf } from './text.ts'

/** What a file is, by what is in it. */
export type Kind =
  | 'jpeg'
  | 'png'
  | 'webp'
  | 'pdf'
  | 'hwp'
  | 'hwpx'
  | 'docx'
  | 'xlsx'
  | 'odt'
  | 'txt'
  | 'csv'
  | 'mp3'
  | 'm4a'

/** The media type it is sent as, and the endings its name may have; the first is the one it gets. */
export const kinds: Record<Kind, { type: string; endings: readonly [string, ...string[]] }> = {
  jpeg: { type: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  png: { type: 'image/png', endings: ['png'] },
  webp: { type: 'image/webp', endings: ['webp'] },
  pdf: { type: 'application/pdf', endings: ['pdf'] },
  hwp: { type: 'application/x-hwp', endings: ['hwp'] },
  hwpx: { type: 'application/hwp+zip', endings: ['hwpx'] },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
  },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
  odt: { type: 'application/vnd.oasis.opendocument.text', endings: ['odt'] },
  txt: { type: 'text/plain; charset=utf-8', endings: ['txt'] },
  csv: { type: 'text/csv; charset=utf-8', endings: ['csv'] },
  mp3: { type: 'audio/mpeg', endings: ['mp3'] },
  m4a: { type: 'audio/mp4', endings: ['m4a'] },
}

/** The kind that the content shows, whatever the name; text is `txt`, for a table cannot be told from it. */
export function kindOf(bytes: Uint8Array): Kind | undefined {
  const head = latin(bytes.subarray(0, 64))
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp'
  if (head.startsWith('%PDF-')) return 'pdf'
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'))
    return has(bytes, 'HWP Document File') ? 'hwp' : undefined
  if (head.startsWith('PK\x03\x04')) return zipKind(bytes)
  if (head.startsWith('ID3') || /^\xff[\xfa\xfb\xf2\xf3]/.test(head)) return 'mp3'
  if (head.slice(4, 8) === 'ftyp') return soundOnly(bytes) ? 'm4a' : undefined
  return isText(bytes) ? 'txt' : undefined
}

/** An open document says its type in its first entry; one of Office by the names of its parts. */
function zipKind(bytes: Uint8Array): Kind | undefined {
  const first = latin(bytes.subarray(30, 120))
  if (first.startsWith('mimetypeapplication/vnd.oasis.opendocument.textPK')) return 'odt'
  if (first.startsWith('mimetypeapplication/hwp+zipPK')) return 'hwpx'
  const names = namesIn(bytes)
  if (names.some((each) => each.endsWith('vbaProject.bin'))) return undefined
  if (!names.includes('[Content_Types].xml')) return undefined
  if (names.includes('word/document.xml')) return 'docx'
  return names.includes('xl/workbook.xml') ? 'xlsx' : undefined
}

/** The names in a ZIP file's central directory (APPNOTE 4.3.12). */
function namesIn(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf('PK\x05\x06')
  if (end < 0 || end + 22 > bytes.length) return []
  const names: string[] = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0 && at + 46 <= bytes.length; left--) {
    if (view.getUint32(at, true) !== 0x02014b50) return []
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    names.push(latin(bytes.subarray(at + 46, at + 46 + name!)))
    at += 46 + name! + extra! + comment!
  }
  return names
}

/** Films come in the same container as sound, with a track that says so. */
const soundOnly = (bytes: Uint8Array): boolean =>
  has(bytes, 'soun') &&
  !has(bytes, 'vide') &&
  /^(M4A |M4B |mp4[12]|isom|iso[2-6]|dash)/.test(latin(bytes.subarray(8, 12)))

function isText(bytes: Uint8Array): boolean {
  const text = textOf(bytes)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what text does not have.
  return text !== undefined && !/[\x00-\x08\x0e-\x1f\x7f]/.test(text)
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

const has = (bytes: Uint8Array, mark: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(mark)

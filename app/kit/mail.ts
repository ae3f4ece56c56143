import nodemailer from 'nodemailer'
import type { Lang } from './words.ts'

export type Mail = {
  to: string
  subject: string
  /** Plain text; paragraphs are kept, and addresses become links in the other form. */
  text: string
  lang: Lang
  /** The same for the same letter, however often it is tried: mail programs then show one. */
  id?: string
  /** Where a mail program stops it by one post, without cookies (RFC 8058). */
  unsubscribe?: string
}

export type Sender = { name: string; address: string }

export type Mailer = { send(mail: Mail): Promise<void>; close(): void }

const patience = 20_000

/**
 * Sends letters through a mail server: `smtps://user:password@mail.example.org`.
 * `?from=rights@example.org` in it names the address that the server lets the city use.
 */
export function openMailer(smtpUrl: string, from: Sender): Mailer {
  const url = new URL(smtpUrl)
  const address = url.searchParams.get('from') ?? from.address
  url.searchParams.delete('from')
  const transport = nodemailer.createTransport({
    ...partsOf(url),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async (mail) => void (await transport.sendMail(message(mail, { name: from.name, address }))),
    close: () => transport.close(),
  }
}

function partsOf(url: URL) {
  const secure = url.protocol === 'smtps:'
  return {
    host: url.hostname,
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    ...(url.username && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
  }
}

function message({ to, subject, text, lang, id, unsubscribe }: Mail, from: Sender) {
  return {
    from,
    to: { name: '', address: to },
    subject,
    text,
    html: htmlOf(text, lang),
    headers: {
      'Content-Language': lang,
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribe && {
        'List-Unsubscribe': `<${unsubscribe}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    ...(id && { messageId: `<${id}@${from.address.slice(from.address.indexOf('@') + 1)}>` }),
  }
}

/** The same letter for programs that would rather show HTML: paragraphs and links, nothing else. */
export function htmlOf(text: string, lang: Lang): string {
  const paragraphs = text
    .trim()
    .split(/\n{2,}/)
    .map((each) => `<p>${linked(each).replaceAll('\n', '<br>')}</p>`)
  return `<!DOCTYPE html><html lang="${escaped(lang)}"><body>${paragraphs.join('\n')}</body></html>`
}

const linked = (text: string): string =>
  text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/)
    .map((part, i) => (i % 2 ? `<a href="${escaped(part)}">${escaped(part)}</a>` : escaped(part)))
    .join('')

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (each) => entities[each]!)

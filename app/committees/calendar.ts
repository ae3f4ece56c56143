import type { Instant } from '#kit/time.ts'

export type CalendarEvent = {
  uid: string
  startsAt: Instant
  minutes: number
  summary: string
  location: string
  url: string
  description?: string
  cancelled: boolean
  /** When it was last changed, and how often. */
  changedAt: Instant
  sequence: number
}

/** A calendar that programs can follow (RFC 5545). Times are in UTC, so that it needs no table of time zones. */
export function calendarText(name: string, lang: string, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//madang//committees//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...events.flatMap((each) => eventLines(each, lang)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

const eventLines = (event: CalendarEvent, lang: string): string[] => [
  'BEGIN:VEVENT',
  `UID:${event.uid}`,
  `DTSTAMP:${utc(event.changedAt)}`,
  `LAST-MODIFIED:${utc(event.changedAt)}`,
  `SEQUENCE:${event.sequence}`,
  `DTSTART:${utc(event.startsAt)}`,
  `DTEND:${utc(event.startsAt.add({ minutes: event.minutes }))}`,
  `SUMMARY;LANGUAGE=${lang}:${escapeText(event.summary)}`,
  `LOCATION;LANGUAGE=${lang}:${escapeText(event.location)}`,
  ...(event.description ? [`DESCRIPTION;LANGUAGE=${lang}:${escapeText(event.description)}`] : []),
  `URL:${event.url}`,
  `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
  'END:VEVENT',
]

/** `20261121T051500Z` (section 3.3.5, form 2). */
const utc = (at: Instant): string => `${at.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')}`

/** Text of section 3.3.11: what would end a value, or break the line, is escaped; other control characters may not stand. */
export const escapeText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go.
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\n/g, '\\n')

const most = 75
const encoder = new TextEncoder()

/** No line is longer than 75 octets; it goes on after a line break and a space, never inside a character (section 3.1). */
export function fold(line: string): string {
  let octets = 0
  let folded = ''
  for (const character of line) {
    const size = encoder.encode(character).length
    if (octets + size > most) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return folded
}

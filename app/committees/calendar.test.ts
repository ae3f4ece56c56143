import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarText, escapeText, fold } from './calendar.ts'

const startsAt = Temporal.Instant.from('2026-12-01T14:00:00+09:00')
const event = {
  uid: 'sitting-1@city.example',
  startsAt,
  minutes: 90,
  summary: '인권증진시민위원회 제1차 회의',
  location: 'City hall; room 3, first floor',
  url: 'https://city.example/ko/committees/x/sittings/1',
  description: '1. Kerbs\n2. Buses',
  cancelled: false,
  changedAt: Temporal.Instant.from('2026-11-21T00:00:00Z'),
  sequence: 0,
}

const unfold = (text: string) => text.replaceAll('\r\n ', '')

test('a sitting is an event in UTC, with its text escaped', () => {
  const lines = unfold(calendarText('Committee', 'ko', [event])).split('\r\n')
  expect(lines.slice(0, 3)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//madang//committees//EN'])
  expect(lines).toContain('DTSTART:20261201T050000Z')
  expect(lines).toContain('DTEND:20261201T063000Z')
  expect(lines).toContain('LOCATION;LANGUAGE=ko:City hall\\; room 3\\, first floor')
  expect(lines).toContain('DESCRIPTION;LANGUAGE=ko:1. Kerbs\\n2. Buses')
  expect(lines).toContain('STATUS:CONFIRMED')
  expect(lines.slice(-2)).toEqual(['END:VCALENDAR', ''])
})

test('a sitting that was called off stays in the calendar as cancelled', () => {
  const text = calendarText('Committee', 'en', [{ ...event, cancelled: true, sequence: 1 }])
  expect(text).toContain('STATUS:CANCELLED\r\n')
  expect(text).toContain('SEQUENCE:1\r\n')
})

test('no line is longer than 75 octets, no character is torn, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const line = `SUMMARY:${escapeText(text)}`
      const folded = fold(line)
      for (const each of folded.split('\r\n')) expect(Buffer.byteLength(each)).toBeLessThanOrEqual(75)
      expect(unfold(folded)).toBe(line)
    }),
  )
})

test('whatever people type, a text never ends its line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(escapeText(text)).not.toMatch(/[\r\n]|(?<!\\)(\\\\)*[;,]/)
    }),
  )
})

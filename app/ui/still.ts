import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { keptLately } from '#kit/made-once.ts'

/** A component that always looks the same with the same few props, and so is drawn once: icons, parts of the frame. */
export function still<P extends object>(draw: (props: P) => Child) {
  const drawn = keptLately((props: string) => raw(String(draw(JSON.parse(props)))), 2000)
  return (props: P) => drawn(JSON.stringify(props))
}

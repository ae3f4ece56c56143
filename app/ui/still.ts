import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { madeOnce } from '#kit/made-once.ts'

/** A component that always looks the same with the same few props, and so is drawn once: icons, parts of the frame. */
export const still = <P extends object>(draw: (props: P) => Child) =>
  madeOnce((props: P) => raw(String(draw(props))))

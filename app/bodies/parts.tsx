import type { Day } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { plain } from '#kit/words.ts'
import { href } from '#ui/href.ts'
import { type Bodies, shownOn } from './body.ts'

/** Bodies by the names they had on a day. */
export const Names = (props: { view: View; bodies: Bodies; keys: readonly string[]; on: Day }) => (
  <>
    {props.keys.map((key, at) => (
      <>
        {at > 0 && ', '}
        <a href={href(props.view, `/bodies/${key}`)}>{nameOf(props.view, props.bodies, key, props.on)}</a>
      </>
    ))}
  </>
)

/** What a body was called on a day, in the reader's language; its key, where the files do not have it. */
export function nameOf(view: Pick<View, 'lang' | 'languages'>, bodies: Bodies, key: string, on: Day): string {
  const body = bodies.get(key)
  return body ? plain(shownOn(body, on).name, view) : key
}

import type { View } from '#kit/view.ts'
import type { Localized } from '#kit/words.ts'
import { href } from '#ui/href.ts'
import { StructuredList } from '#ui/lists.tsx'
import { Local } from '#ui/trust.tsx'

type Props = { view: View; keys: readonly string[]; known: readonly { key: string; label: Localized }[] }

/** The indicators of a task by their titles; one that the city has no more by its key. */
export const IndicatorList = ({ view, keys, known }: Props) => (
  <StructuredList
    items={keys.map((key) => {
      const label = known.find((each) => each.key === key)?.label
      return label
        ? { title: <Local view={view} text={label} />, href: href(view, `/indicators/${key}`) }
        : { title: key }
    })}
  />
)

import { still } from './still.ts'

const paths = {
  next: 'M9 5l7 7-7 7',
  back: 'M15 5l-7 7 7 7',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  info: 'M12 11v6M12 7.2v.1M12 2.8a9.2 9.2 0 1 0 0 18.4 9.2 9.2 0 0 0 0-18.4z',
  warning: 'M12 9.5v5M12 17.4v.1M12 3.5L2.5 20h19z',
  error: 'M12 7.5v6M12 16.4v.1M8 2.8h8L21.2 8v8L16 21.2H8L2.8 16V8z',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L21 21',
  display: 'M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18',
  leave: 'M14 4h6v6M20 4l-9 9M10 5H4v15h15v-6',
} as const

export type IconName = keyof typeof paths

/** A line drawing beside words that say the same; never alone. */
export const Icon = still(({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
))

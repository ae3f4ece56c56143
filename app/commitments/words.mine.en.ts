/** All that one's bodies promised or support, at their desk. */
export const en = {
  title: 'All our promises',
  lead: 'What our bodies lead or support, whether anything waits or not, by the day on which it is due.',
  all: 'All',
  open: 'Not done yet',
  none: 'There is no such promise.',
  toAll: 'All our promises, also those not yet due',
}

export type MineWords = typeof en

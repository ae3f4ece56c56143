import * as badges from './badges.tsx'
import * as brand from './brand.tsx'
import * as buttons from './buttons.tsx'
import { examples as pictures } from './charts/examples.tsx'
import * as charts from './charts.tsx'
import * as dayForm from './day-form.tsx'
import * as districtMap from './district-map.tsx'
import type { Examples } from './example.ts'
import * as forms from './forms.tsx'
import * as lists from './lists.tsx'
import * as navigation from './navigation.tsx'
import * as notices from './notices.tsx'
import * as opening from './opening.tsx'
import * as qr from './qr.tsx'
import * as receipt from './receipt.tsx'
import * as steps from './steps.tsx'
import * as table from './table.tsx'
import * as text from './text.tsx'

/** Every file of components with its examples: what the gallery shows and the tests render. */
export const parts: Record<string, Examples> = {
  brand: brand.examples,
  opening: opening.examples,
  text: text.examples,
  buttons: buttons.examples,
  notices: notices.examples,
  badges: badges.examples,
  navigation: navigation.examples,
  lists: lists.examples,
  steps: steps.examples,
  table: table.examples,
  forms: forms.examples,
  'day-form': dayForm.examples,
  charts: charts.examples,
  pictures,
  'district-map': districtMap.examples,
  receipt: receipt.examples,
  qr: qr.examples,
}

import type { Context } from 'hono'
import type { City } from './city.ts'
import type { Typed } from './form.ts'
import type { View } from './view.ts'

/** Holds what somebody typed while they sign in, readable only with their own cookie. */
export type KeptForms = {
  keep(c: Ctx, path: string, typed: Typed): Promise<void>
  take(c: Ctx, path: string): Promise<Typed | undefined>
}

export type Env = { Variables: { city: City; view: View; kept: KeptForms } }

export type Ctx<P extends string = string> = Context<Env, P>

import { z } from 'zod'
import type { Audience } from './audience.ts'
import { type Form, problemOf, problemsOf, readBody, type Shown, typedOf } from './form.ts'
import { Refusal } from './refusal.ts'
import type { Ctx } from './web.ts'

export type Handler<P extends string = string> = (c: Ctx<P>) => Response | Promise<Response>

/** One path as it was declared: who may use it, and what the description of the interface says of it. */
export type Declared = {
  method: 'GET' | 'POST'
  path: string
  audience: Audience
  handle: Handler
  body?: z.ZodType
  /** Shows the page of a posted form. */
  again?: (c: Ctx, shown: Shown) => Response | Promise<Response>
  answers?: {
    summary: string
    item: z.ZodType
    formats: readonly ('json' | 'csv' | 'html')[]
    query?: z.ZodType
  }
}

/**
 * A room's paths, each with its audience: there is no other way to declare one,
 * so the access table and the description of the interface can be derived.
 *
 * Paths are whole, without the language: `/charter/:article`.
 */
export class Routes {
  readonly declared: Declared[] = []
  /** Whether the paths stand before the language: tiles, health, what programs read. */
  readonly bare: boolean

  constructor(bare: boolean) {
    this.bare = bare
  }

  get<P extends string>(
    path: P,
    audience: Audience,
    handle: Handler<P>,
    answers?: Declared['answers'],
  ): this {
    this.declared.push({
      method: 'GET',
      path,
      audience,
      handle: handle as Handler,
      ...(answers && { answers }),
    })
    return this
  }

  /** Checks the form's token and schema before the handler sees the values, and shows the form again otherwise. */
  post<P extends string, S extends z.ZodType>(
    path: P,
    audience: Audience,
    form: Form<S>,
    handle: (c: Ctx<P>, values: z.output<S>) => Response | Promise<Response>,
  ): this {
    const guarded: Handler = async (c) => {
      let shown: Shown = { typed: {}, problems: [] }
      try {
        const body = await readBody(c)
        shown = { ...shown, typed: typedOf(body) }
        checkToken(c, body)
        const read = form.schema.safeParse(body)
        if (read.success) return await handle(c as Ctx<P>, read.data)
        return await refused(c, form, { ...shown, problems: problemsOf(read.error, body) })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        return refused(c, form, { ...shown, problems: [problemOf(error)] })
      }
    }
    const { schema: body, again } = form
    this.declared.push({ method: 'POST', path, audience, handle: guarded, body, again })
    return this
  }

  /** A post by a program that has seen none of our pages: its address holds the proof that it may. */
  postByProof<P extends string>(path: P, audience: Audience, handle: Handler<P>): this {
    this.declared.push({ method: 'POST', path, audience, handle: handle as Handler })
    return this
  }
}

/** A parameter in a declared path, with its pattern if it has one. */
export const parameter = /:(\w+)(\{(?:[^{}]|\{[^{}]*\})*\})?/g

export const routes = (): Routes => new Routes(false)

/** Paths without a language, for programs. */
export const bareRoutes = (): Routes => new Routes(true)

/** For a form that is only a button. */
export const nothing = z.object({})

/** Whether a form comes from a page of this visit, and not from somebody else's. */
export const bringsToken = (c: Ctx, body: Record<string, unknown>): boolean =>
  (c.req.header('x-csrf') ?? body._csrf) === c.var.view.csrf

function checkToken(c: Ctx, body: Record<string, unknown>): void {
  if (!bringsToken(c, body)) throw new Refusal('form.expired')
}

async function refused<S extends z.ZodType>(c: Ctx, form: Form<S>, shown: Shown): Promise<Response> {
  if (!wantsJson(c)) {
    const page = await form.again(c, shown)
    if (page.status >= 300) return page
    return new Response(page.body, { status: 422, headers: page.headers })
  }
  const { tell } = c.var.view
  const problems = shown.problems.map((each) => ({ ...each, says: tell(each.code, each.facts) }))
  return c.json({ type: 'about:blank', title: problems[0]?.says ?? '', status: 422, problems }, 422, {
    'content-type': 'application/problem+json',
  })
}

/** Whether a program asks. */
export const wantsJson = (c: Ctx): boolean =>
  (c.req.header('accept') ?? '').includes('json') ||
  (c.req.header('content-type') ?? '').startsWith('application/json')

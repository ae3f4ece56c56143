import { z } from 'zod'
import { anyone, holder, signedIn } from '#kit/audience.ts'
import { blank, form, readBody, typedIn } from '#kit/form.ts'
import { found } from '#kit/found.ts'
import { readCursor, writeCursor } from '#kit/list.ts'
import { Refusal } from '#kit/refusal.ts'
import { routes } from '#kit/routes.ts'
import type { Ctx } from '#kit/web.ts'
import { href } from '#ui/href.ts'
import { forgettable } from './act.ts'
import { follow, followsOf, isKnown, stopLetters, unfollow } from './following.ts'
import { hows } from './how.ts'
import type { Keys } from './keys.ts'
import { undelivered } from './letters.ts'
import {
  FollowPage,
  NoticesPage,
  UndeliveredPage,
  UnsubscribedPage,
  UnsubscribePage,
} from './notice-pages.tsx'
import { markRead, noticesOf } from './notice-reads.ts'
import { titleOf } from './reads.ts'
import { readUnsubscribeToken } from './unsubscribing.ts'

const about = z.string().max(300)

/** What people follow, what they are told, and how to stop it. */
export function noticeRoutes(keys: Keys) {
  const unsubscribing = form(
    z.object({ token: z.string().max(2000), which: z.enum(['this', 'all']) }),
    (c, shown) => {
      const token = typedIn(shown, 'token') || (c.req.query('token') ?? '')
      const asked = readUnsubscribeToken(keys, token, c.var.city.clock.now())
      return c.html(<UnsubscribePage view={c.var.view} token={token} about={asked.about} shown={shown} />)
    },
  )
  return routes()
    .get('/notices', signedIn, notices)
    .post(
      '/notices/read',
      signedIn,
      form(z.object({ upTo: z.coerce.number().int() }), notices),
      async (c, { upTo }) => {
        const { city, view } = c.var
        await forgettable(city, (tx) => markRead(tx, personOf(c), upTo, city.clock.now()))
        return c.redirect(href(view, '/notices'), 303)
      },
    )
    .get('/follow', signedIn, (c) => following.again(c, blank))
    .post('/follow', signedIn, following, async (c, { about, how, back }) => {
      const { city, view } = c.var
      await checkKnown(c, about)
      await forgettable(city, (tx) => follow(tx, personOf(c), about, city.clock.now(), how))
      return c.redirect(href(view, back === 'notices' ? '/notices' : pageOf(about)), 303)
    })
    .post('/unfollow', signedIn, form(z.object({ about }), notices), async (c, { about }) => {
      await forgettable(c.var.city, (tx) => unfollow(tx, personOf(c), about))
      return c.redirect(href(c.var.view, pageOf(about)), 303)
    })
    .get('/unsubscribe', anyone, (c) => unsubscribing.again(c, blank))
    .post('/unsubscribe', anyone, unsubscribing, async (c, { token, which }) => {
      const asked = readUnsubscribeToken(keys, token, c.var.city.clock.now())
      await forgettable(c.var.city, (tx) =>
        stopLetters(tx, asked.person, which === 'this' ? asked.about : undefined),
      )
      return c.html(<UnsubscribedPage view={c.var.view} />)
    })
    .get('/unsubscribe/one-click', anyone, (c) =>
      c.redirect(`${href(c.var.view, '/unsubscribe')}${c.var.view.query}`, 302),
    )
    .postByProof('/unsubscribe/one-click', anyone, async (c) => {
      const asked = readUnsubscribeToken(keys, c.req.query('token') ?? '', c.var.city.clock.now())
      const said = await readBody(c)
      if (said['List-Unsubscribe'] !== 'One-Click') throw new Refusal('record.link-broken')
      await forgettable(c.var.city, (tx) => stopLetters(tx, asked.person, asked.about))
      return c.html(<UnsubscribedPage view={c.var.view} />)
    })
    .get('/record/undelivered', holder('accounts'), async (c) =>
      c.html(<UndeliveredPage view={c.var.view} letters={await undelivered(c.var.city.reads)} />),
    )
}

const following = form(
  z.object({ about, how: z.enum(hows).default('at-once'), back: z.enum(['notices']).optional() }),
  async (c, shown) => {
    const wanted = typedIn(shown, 'about') || (c.req.query('about') ?? '')
    await checkKnown(c, wanted)
    const title = await titleOf(c.var.city.reads, wanted)
    return c.html(<FollowPage view={c.var.view} about={wanted} title={title} shown={shown} />)
  },
)

/** Following something is no way to learn whether it exists. */
const checkKnown = async (c: Ctx, about: string) =>
  void (await found((await isKnown(c.var.city.reads, about)) ? about : undefined))

const pageOf = (about: string): string => (about.includes('/') ? `/${about}` : `/record?kind=${about}`)

async function notices(c: Ctx): Promise<Response> {
  const { city, view } = c.var
  const person = personOf(c)
  const slice = await noticesOf(city.reads, person, { after: readCursor(c.req.query('after')), limit: 20 })
  const older = slice.next && `${href(view, '/notices')}?after=${writeCursor(slice.next)}`
  const follows = await followsOf(city.reads, person)
  return c.html(<NoticesPage view={view} notices={slice.rows} older={older} follows={follows} />)
}

/** Whose notices these are: while a clerk acts for somebody, that person's. */
function personOf(c: Ctx): number {
  const { viewer } = c.var.view
  if (viewer.kind !== 'person') throw new Error('nobody is signed in')
  return viewer.actingFor?.id ?? viewer.id
}

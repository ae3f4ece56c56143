import { z } from 'zod'
import { anyone, signedIn } from '#kit/audience.ts'
import { blank, form, type Shown } from '#kit/form.ts'
import { found } from '#kit/found.ts'
import { nothing, routes } from '#kit/routes.ts'
import type { View } from '#kit/view.ts'
import type { Ctx } from '#kit/web.ts'
import { Checkbox, TextField } from '#ui/fields.tsx'
import { at, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { Page } from '#ui/page.tsx'
import { email, yes } from './answers.ts'
import { type Asked, agree, askedBy, askGuardian, takeBack } from './guardians.actions.ts'
import { type Account, accountOf } from './me.reads.ts'
import type { Means } from './means.ts'
import { oneself } from './viewing.ts'
import { words } from './words.ts'

/** For children under fourteen and those who look after them, in short words. */
export function guardianRoutes(means: Means) {
  const childPage = async (c: Ctx, shown: Shown) =>
    c.html(<ChildPage view={c.var.view} shown={shown} {...(await accountOf(c, means))} />)
  const guardianPage = async (c: Ctx, shown: Shown) => {
    const link = c.req.param('link') ?? ''
    const asked = await found(askedBy(c.var.city, means, link))
    return c.html(<GuardianPage view={c.var.view} link={link} asked={asked} shown={shown} />)
  }
  const sure = z.object({ sure: yes })

  return routes()
    .get('/me/guardian', signedIn, (c) => childPage(c, blank))
    .post('/me/guardian', signedIn, form(z.object({ guardianEmail: email }), childPage), async (c, typed) => {
      await askGuardian(c, means, oneself(c).id, typed.guardianEmail)
      return c.redirect(href(c.var.view, '/me/guardian?asked=1'), 303)
    })
    .get('/guardian/:link', anyone, (c) => guardianPage(c, blank))
    .post('/guardian/:link', anyone, form(sure, guardianPage), async (c) => {
      const { viewer } = c.var.view
      const link = c.req.param('link')
      await agree(c.var.city, means, link, viewer.kind === 'person' ? oneself(c).id : undefined)
      return c.redirect(href(c.var.view, `/guardian/${link}`), 303)
    })
    .post('/guardian/:link/withdrawal', anyone, form(nothing, guardianPage), async (c) => {
      await takeBack(c.var.city, means, c.req.param('link'))
      return c.redirect(href(c.var.view, `/guardian/${c.req.param('link')}`), 303)
    })
}

const ChildPage = ({ view, waitsForGuardian, shown = blank }: Account & { view: View; shown?: Shown }) => {
  const w = words(view).child
  if (!waitsForGuardian) return <Page view={view} title={w.title} lead={w.nothingMissing} noindex />
  return (
    <Page view={view} title={w.title} lead={w.lead} shown={shown} noindex>
      <ul>
        {w.steps.map((each) => (
          <li>{each}</li>
        ))}
      </ul>
      <Form view={view} action={href(view, '/me/guardian')} submit={w.submit} shown={shown}>
        <TextField
          {...at(view, shown, 'guardianEmail')}
          label={w.email}
          hint={w.emailHint}
          type="email"
          sensitive
        />
      </Form>
      <p>{w.onPaper}</p>
    </Page>
  )
}

const GuardianPage = (props: { view: View; link: string; asked: Asked; shown?: Shown }) => {
  const { view, link, asked, shown = blank } = props
  const w = words(view).guardian
  return (
    <Page view={view} title={w.title} lead={w.lead[asked.state](asked.child)} shown={shown} noindex>
      {asked.state === 'asked' && (
        <>
          <ul>
            {w.what.map((each) => (
              <li>{each}</li>
            ))}
          </ul>
          <Form view={view} action={href(view, `/guardian/${link}`)} submit={w.agree} shown={shown}>
            <Checkbox {...at(view, shown, 'sure')} label={w.sure} />
          </Form>
        </>
      )}
      {asked.state === 'agreed' && (
        <Form
          view={view}
          action={href(view, `/guardian/${link}/withdrawal`)}
          submit={w.withdraw}
          kind="secondary"
          shown={shown}
        >
          {null}
        </Form>
      )}
    </Page>
  )
}

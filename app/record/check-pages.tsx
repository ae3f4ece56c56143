import type { View } from '#kit/view.ts'
import { href } from '#ui/href.ts'
import { Page } from '#ui/page.tsx'
import { words } from './words.ts'

/** The key by which anybody can tell the city's signature. */
export const KeysPage = ({ view, vkey }: { view: View; vkey: string }) => {
  const w = words(view).keys
  return (
    <Page
      view={view}
      current="record"
      title={w.title}
      lead={w.lead}
      breadcrumbs={[{ href: href(view, '/record'), label: words(view).title }]}
    >
      <h2>{w.log}</h2>
      <pre tabindex={0}>{vkey}</pre>
    </Page>
  )
}

/** What protects the record, and how to see for oneself. */
export const HowToVerifyPage = ({ view, baseUrl, vkey }: { view: View; baseUrl: string; vkey: string }) => {
  const w = words(view).check
  const log = `${baseUrl}/record/log`
  const addresses = [
    `${log}/checkpoint`,
    `${log}/tile/0/000`,
    `${log}/tile/entries/000`,
    `${log}/vkey`,
    `${log}/disclosures/0`,
    `${baseUrl}/record/published`,
  ]
  return (
    <Page
      view={view}
      current="record"
      title={w.title}
      lead={w.lead}
      breadcrumbs={[{ href: href(view, '/record'), label: words(view).title }]}
    >
      {w.sections.map(({ title, text }) => (
        <section class="flow">
          <h2>{title}</h2>
          {text.map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </section>
      ))}
      <section class="flow">
        <h2>{w.all}</h2>
        <p>{w.allLead}</p>
        <p>{w.needs}</p>
        <pre tabindex={0}>{`npx madang verify ${baseUrl} --key '${vkey}'`}</pre>
        <p>{w.does}:</p>
        <ul>
          {w.checks.map((check) => (
            <li>{check}</li>
          ))}
        </ul>
      </section>
      <section class="flow">
        <h2>{w.addresses}</h2>
        <p>{w.format}</p>
        <ul>
          {addresses.map((address) => (
            <li>
              <code>{address}</code>
            </li>
          ))}
        </ul>
        <p>
          <a href={href(view, '/record/keys')}>{words(view).keys.title}</a>
        </p>
      </section>
    </Page>
  )
}

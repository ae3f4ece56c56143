import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import pg from 'pg'

/** What the framework alone can do: one query, twenty rows, no frame, no words, nobody asked who they are. */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })

const site = new Hono().get('/', async (c) => {
  const { rows } = await pool.query(
    'select id, title, body, signatures, filed_at from petitions order by id desc limit 20',
  )
  return c.html(
    <html lang="ko">
      <body>
        <ul>
          {rows.map((row) => (
            <li>
              <a href={`/petitions/${row.id}`}>{row.title}</a> {row.body} {row.signatures}{' '}
              {row.filed_at.toISOString()}
            </li>
          ))}
        </ul>
      </body>
    </html>,
  )
})

const server = serve({ fetch: site.fetch, port: 0, hostname: '127.0.0.1' }, () =>
  process.send!((server.address() as AddressInfo).port),
)
process.on('disconnect', () => process.exit())

import { z } from 'zod'
import { anyone } from '#kit/audience.ts'
import { form } from '#kit/form.ts'
import type { Routes } from '#kit/routes.ts'
import { similar } from '#search/index.ts'
import { most } from './filing.ts'
import { SimilarOnes } from './similar.pages.tsx'

const said = z.object({
  title: z.string().max(most.title).default(''),
  text: z.string().max(most.text).default(''),
  lang: z.string().max(20).default(''),
})

/** A part of a page, fetched by script while somebody writes; nothing where there is nothing alike. */
export const similarRoute = (routes: Routes): Routes =>
  routes.post(
    '/petitions/similar',
    anyone,
    form(said, (c) => c.html('')),
    async (c, { lang, ...typed }) => {
      const found = await similar(c.var.city.reads, typed, { lang, room: 'petitions', limit: 5 })
      return c.html(found.length > 0 ? <SimilarOnes view={c.var.view} similar={found} /> : '')
    },
  )

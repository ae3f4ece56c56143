import { z } from 'zod'
import { anyone } from '#kit/audience.ts'
import type { City } from '#kit/city.ts'
import { type Declared, parameter } from '#kit/routes.ts'
import { say } from '#kit/words.ts'

/** The interface in the words of OpenAPI 3.1, from the paths as they were declared. */
export function describe(declared: readonly Declared[], city: City) {
  const { name, languages } = city.facts
  const paths: Record<string, Record<string, unknown>> = {}
  for (const each of declared.filter(({ answers, body }) => answers || body)) {
    const path = `/{lang}${each.path.replace(parameter, '{$1}')}`
    paths[path] = { ...paths[path], [each.method.toLowerCase()]: operation(each, path, languages) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: say(name, 'en', languages).text,
      version: '1',
      description:
        'Everything public about this city. Lists answer in pages: follow `next` until it is null. What is posted needs the token of a page and, where it says so, somebody signed in.',
      license: { name: 'Free to use; please say where it comes from' },
    },
    servers: [{ url: city.baseUrl }],
    paths,
    components: {
      schemas: { Problem: problem },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'session' } },
    },
  }
}

function operation(
  { audience, answers, body, method }: Declared,
  path: string,
  languages: readonly string[],
) {
  return {
    ...(answers && { summary: answers.summary }),
    description: `For: ${audience.name}.`,
    ...(audience !== anyone && { security: [{ session: [] }] }),
    parameters: [...inPath(path, languages), ...inQuery(answers?.query, path)],
    ...(body && {
      requestBody: {
        content: {
          'application/json': { schema: z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }) },
        },
      },
    }),
    responses:
      method === 'GET' && answers
        ? { 200: { description: answers.summary, content: contentOf(answers) } }
        : {
            303: { description: 'Done; the page to look at next.' },
            422: {
              description: 'The city says no, and why.',
              content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
            },
          },
  }
}

const inPath = (path: string, languages: readonly string[]) =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: name === 'lang' ? { enum: languages } : { type: 'string' },
  }))

function inQuery(query: z.ZodType | undefined, path: string) {
  const after = { name: 'after', in: 'query', required: false, schema: { type: 'string' } }
  const said = z.toJSONSchema(query ?? z.object({}), { io: 'input', unrepresentable: 'any' })
  const { properties = {}, required = [] } = said
  const own = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
  return path.endsWith('.json') ? [...own, after] : own
}

function contentOf({ item, formats }: NonNullable<Declared['answers']>) {
  const items = z.toJSONSchema(item, { unrepresentable: 'any' })
  const page = {
    type: 'object',
    required: ['items', 'next'],
    properties: { items: { type: 'array', items }, next: { type: ['string', 'null'] } },
  }
  const all = {
    json: ['application/json', page],
    csv: ['text/csv', { type: 'string' }],
    html: ['text/html', { type: 'string' }],
  } as const
  return Object.fromEntries(formats.map((format) => [all[format][0], { schema: all[format][1] }]))
}

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'problems'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    problems: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          field: { type: 'string' },
          code: { type: 'string' },
          says: { type: 'string' },
          facts: { type: 'object' },
        },
      },
    },
  },
}

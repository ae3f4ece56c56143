import { bigserial, customType, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'

const tokens = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** Everything public that can be found, one row a thing and language. */
export const documents = pgTable(
  'search_documents',
  {
    about: text().notNull(),
    lang: text().notNull(),
    room: text().notNull(),
    title: text().notNull(),
    text: text().notNull(),
    /** Counts everything ever written here: the higher, the newer. */
    place: bigserial({ mode: 'number' }).notNull(),
    /** Syllable pairs, initial consonants and stems, see `korean.ts` in the kit; and marks, see `stretch.ts`. */
    tokens: tokens().notNull(),
    /** How much a thing has to say, so that among equals the shorter comes first. */
    length: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.about, table.lang] }),
    // Many search and few write, so what is written is put in its place at once.
    index('search_documents_tokens').using('gin', table.tokens).with({ fastupdate: 'off' }),
  ],
)

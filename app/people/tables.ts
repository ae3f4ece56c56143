import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  serial,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { bytes, day, instant } from '#kit/db.ts'

/** One account. What is personal is emptied when it is closed; the number stays, so that history does. */
export const people = pgTable(
  'people',
  {
    id: serial().primaryKey(),
    name: text().notNull(),
    lang: text().notNull(),
    email: text(),
    notices: text({ enum: ['each', 'daily', 'none'] })
      .notNull()
      .default('each'),
    /** Day of the fourteenth birthday of somebody who said to be younger; nothing else of a birth date is kept. */
    childUntil: day(),
    demo: text().unique(),
    joinedAt: instant().notNull(),
    closedAt: instant(),
  },
  (table) => [uniqueIndex('people_email').on(table.email).where(sql`closed_at is null`)],
)

const person = () =>
  integer()
    .notNull()
    .references(() => people.id)

export const sessions = pgTable(
  'people_sessions',
  {
    id: serial().primaryKey(),
    digest: text().notNull().unique(),
    person: person(),
    device: text().notNull(),
    startedAt: instant().notNull(),
    seenAt: instant().notNull(),
    secondFactorAt: instant(),
    assistance: integer(),
  },
  (table) => [index('people_sessions_person').on(table.person)],
)

/** Somebody on the way in: a link and a code are out, or an address has been proven and no account made yet. */
export const arrivals = pgTable(
  'people_arrivals',
  {
    id: serial().primaryKey(),
    visit: text().notNull(),
    link: text().unique(),
    code: text(),
    email: text(),
    identity: text(),
    provider: text(),
    /** Set when a signed-in person proves a new address. */
    forPerson: integer(),
    goTo: text().notNull(),
    tries: integer().notNull().default(0),
    expiresAt: instant().notNull(),
    provenAt: instant(),
    spentAt: instant(),
  },
  (table) => [index('people_arrivals_visit').on(table.visit)],
)

/** What must come back within minutes and once: a challenge, a state. */
export const pending = pgTable('people_pending', {
  key: text().primaryKey(),
  sealed: bytes().notNull(),
  expiresAt: instant().notNull(),
})

export const keptForms = pgTable('people_kept_forms', {
  key: text().primaryKey(),
  sealed: bytes().notNull(),
  expiresAt: instant().notNull(),
})

export const passkeys = pgTable(
  'people_passkeys',
  {
    id: text().primaryKey(),
    person: person(),
    publicKey: bytes().notNull(),
    counter: bigint({ mode: 'number' }).notNull(),
    transports: text().array().notNull(),
    device: text().notNull(),
    addedAt: instant().notNull(),
    usedAt: instant(),
  },
  (table) => [index('people_passkeys_person').on(table.person)],
)

/** An authenticator app. It counts once it has been tried. */
export const authenticators = pgTable('people_authenticators', {
  person: person().primaryKey(),
  sealed: bytes().notNull(),
  lastStep: bigint({ mode: 'number' }).notNull(),
  triedAt: instant(),
})

export const recoveryCodes = pgTable(
  'people_recovery_codes',
  { person: person(), digest: text().notNull(), usedAt: instant() },
  (table) => [primaryKey({ columns: [table.person, table.digest] })],
)

/** An account elsewhere that signs in here, by a digest of its issuer and subject. */
export const identities = pgTable(
  'people_identities',
  { digest: text().primaryKey(), person: person(), provider: text().notNull(), addedAt: instant().notNull() },
  (table) => [index('people_identities_person').on(table.person)],
)

/** A task in a body for a term; both days included. `endedOn` is the first day it no longer holds. */
export const roles = pgTable(
  'people_roles',
  {
    id: serial().primaryKey(),
    person: person(),
    role: text().notNull(),
    body: text().notNull(),
    from: day('from_day').notNull(),
    to: day('to_day'),
    appointedBy: integer(),
    appointedAt: instant().notNull(),
    endedOn: day(),
    endedBy: integer(),
    reason: text(),
  },
  (table) => [
    index('people_roles_person').on(table.person),
    index('people_roles_body').on(table.body, table.role),
  ],
)

export const invitations = pgTable('people_invitations', {
  id: serial().primaryKey(),
  digest: text().notNull().unique(),
  email: text().notNull(),
  role: text().notNull(),
  body: text().notNull(),
  from: day('from_day').notNull(),
  to: day('to_day'),
  /** The role that ends when this one is taken up. */
  after: integer(),
  invitedBy: integer().notNull(),
  expiresAt: instant().notNull(),
  acceptedAt: instant(),
  withdrawnAt: instant(),
})

/** How surely somebody is one inhabitant, and by which way that was found. */
export const residencies = pgTable(
  'people_residencies',
  {
    id: serial().primaryKey(),
    person: person(),
    route: text().notNull(),
    level: integer().notNull(),
    /** Digest of what makes it one: an address, a paper's number, an account elsewhere. */
    identifier: text(),
    body: text(),
    by: integer(),
    at: instant().notNull(),
    withdrawnAt: instant(),
    reason: text(),
  },
  (table) => [
    index('people_residencies_person').on(table.person),
    uniqueIndex('people_residencies_one').on(table.route, table.identifier).where(sql`withdrawn_at is null`),
  ],
)

/** Codes on paper or shown to somebody at a counter. `letter` proves an address, `slip` signs in, `hand` names oneself. */
export const codes = pgTable(
  'people_codes',
  {
    id: serial().primaryKey(),
    kind: text({ enum: ['letter', 'slip', 'hand'] }).notNull(),
    digest: text().notNull().unique(),
    person: integer().references(() => people.id),
    /** What makes the household or inhabitant one, if the clerk gave it. */
    identifier: text(),
    body: text(),
    by: integer(),
    madeAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    withdrawnAt: instant(),
  },
  (table) => [index('people_codes_person').on(table.person)],
)

/** A clerk at work for somebody. */
export const assistances = pgTable(
  'people_assistances',
  {
    id: serial().primaryKey(),
    clerk: person(),
    person: person(),
    body: text().notNull(),
    startedAt: instant().notNull(),
    seenAt: instant().notNull(),
    endedAt: instant(),
    objection: text(),
    objectedAt: instant(),
    answer: text(),
    answeredAt: instant(),
  },
  (table) => [index('people_assistances_person').on(table.person)],
)

export const consents = pgTable(
  'people_consents',
  {
    id: serial().primaryKey(),
    person: person(),
    purpose: text().notNull(),
    version: text().notNull(),
    /** Who said yes: oneself, a guardian, or a clerk who was told. */
    given: text({ enum: ['self', 'guardian', 'clerk'] }).notNull(),
    givenAt: instant().notNull(),
    withdrawnAt: instant(),
  },
  (table) => [index('people_consents_person').on(table.person)],
)

export const guardianships = pgTable(
  'people_guardianships',
  {
    id: serial().primaryKey(),
    child: person(),
    digest: text().unique(),
    email: text(),
    guardian: integer().references(() => people.id),
    onPaper: boolean().notNull().default(false),
    clerk: integer(),
    askedAt: instant().notNull(),
    expiresAt: instant(),
    consentedAt: instant(),
    withdrawnAt: instant(),
  },
  (table) => [index('people_guardianships_child').on(table.child)],
)

CREATE TABLE "bodies" (
	"key" text PRIMARY KEY NOT NULL,
	"doc" jsonb NOT NULL,
	"withdrawn_at" timestamp with time zone
);--> statement-breakpoint
CREATE TABLE "bodies_districts" (
	"key" text PRIMARY KEY NOT NULL,
	"doc" jsonb NOT NULL,
	"withdrawn_at" timestamp with time zone
);--> statement-breakpoint
CREATE TABLE "charter_articles" (
	"instrument" text NOT NULL,
	"no" text NOT NULL,
	"about" text NOT NULL,
	"position" integer NOT NULL,
	"doc" jsonb NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "charter_articles_instrument_no_pk" PRIMARY KEY("instrument","no"),
	CONSTRAINT "charter_articles_about_unique" UNIQUE("about")
);--> statement-breakpoint
CREATE TABLE "charter_instruments" (
	"key" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"charter" boolean NOT NULL,
	"doc" jsonb NOT NULL,
	"withdrawn_at" timestamp with time zone
);--> statement-breakpoint
CREATE TABLE "charter_norms" (
	"key" text PRIMARY KEY NOT NULL,
	"doc" jsonb NOT NULL,
	"withdrawn_at" timestamp with time zone
);--> statement-breakpoint
CREATE TABLE "charter_services" (
	"article" text NOT NULL,
	"thing" text NOT NULL,
	"title" jsonb NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "charter_services_article_thing_pk" PRIMARY KEY("article","thing")
);--> statement-breakpoint
CREATE TABLE "committees_attendance" (
	"sitting" integer NOT NULL,
	"member" text NOT NULL,
	"presence" text NOT NULL,
	CONSTRAINT "committees_attendance_sitting_member_pk" PRIMARY KEY("sitting","member")
);--> statement-breakpoint
CREATE TABLE "committees" (
	"key" text PRIMARY KEY NOT NULL,
	"doc" jsonb NOT NULL,
	"withdrawn_at" timestamp with time zone
);--> statement-breakpoint
CREATE TABLE "committees_compositions" (
	"id" serial PRIMARY KEY NOT NULL,
	"committee" text NOT NULL,
	"on" date NOT NULL,
	"counted" integer[] NOT NULL,
	"sex" jsonb,
	"youth" jsonb,
	"gender_cap" text,
	"youth_share" text,
	"left_mixed" jsonb NOT NULL
);--> statement-breakpoint
CREATE TABLE "committees_recusals" (
	"sitting" integer NOT NULL,
	"item" integer NOT NULL,
	"member" text NOT NULL,
	"kind" text NOT NULL,
	"interest" text NOT NULL,
	CONSTRAINT "committees_recusals_sitting_item_member_pk" PRIMARY KEY("sitting","item","member")
);--> statement-breakpoint
CREATE TABLE "committees_items" (
	"sitting" integer NOT NULL,
	"no" integer NOT NULL,
	"title" text NOT NULL,
	"text" text,
	"lang" text NOT NULL,
	"proposed_by" text NOT NULL,
	"closed" text,
	"decided_at" timestamp with time zone,
	"outcome" text,
	"decision" text,
	"votes" jsonb,
	"named" jsonb,
	"recommended_to" text,
	CONSTRAINT "committees_items_sitting_no_pk" PRIMARY KEY("sitting","no")
);--> statement-breakpoint
CREATE TABLE "committees_memberships" (
	"id" serial PRIMARY KEY NOT NULL,
	"committee" text NOT NULL,
	"seat" text NOT NULL,
	"person" integer NOT NULL,
	"from" date NOT NULL,
	"until" date NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"appointed_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"ended_on" date,
	"ground" text
);--> statement-breakpoint
CREATE TABLE "committees_people" (
	"id" serial PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"published_as" text
);--> statement-breakpoint
CREATE TABLE "committees_sittings" (
	"id" serial PRIMARY KEY NOT NULL,
	"committee" text NOT NULL,
	"no" integer NOT NULL,
	"kind" text NOT NULL,
	"demanded_by" text,
	"demands" integer,
	"starts_at" timestamp with time zone NOT NULL,
	"minutes" integer NOT NULL,
	"place" text NOT NULL,
	"mode" text NOT NULL,
	"lang" text NOT NULL,
	"called_at" timestamp with time zone NOT NULL,
	"urgency" text,
	"papers_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"cancelled_for" text,
	"attendance_at" timestamp with time zone,
	"published_at" timestamp with time zone,
	"published_text" text,
	"published_lang" text,
	CONSTRAINT "committees_sittings_no" UNIQUE("committee","no")
);--> statement-breakpoint
CREATE TABLE "committees_traits" (
	"person" integer PRIMARY KEY NOT NULL,
	"sex" text,
	"young" boolean
);--> statement-breakpoint
CREATE TABLE "committees_waivers" (
	"id" serial PRIMARY KEY NOT NULL,
	"committee" text NOT NULL,
	"rule" text NOT NULL,
	"reason" text NOT NULL,
	"lang" text NOT NULL,
	"decided_by" text NOT NULL,
	"from" date NOT NULL,
	"until" date NOT NULL
);--> statement-breakpoint
CREATE TABLE "throttles" (
	"key" text PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"count" integer NOT NULL,
	"before" integer NOT NULL,
	"forget_at" timestamp with time zone NOT NULL
);--> statement-breakpoint
CREATE TABLE "people_arrivals" (
	"id" serial PRIMARY KEY NOT NULL,
	"visit" text NOT NULL,
	"link" text,
	"code" text,
	"email" text,
	"identity" text,
	"provider" text,
	"for_person" integer,
	"go_to" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"proven_at" timestamp with time zone,
	"spent_at" timestamp with time zone,
	CONSTRAINT "people_arrivals_link_unique" UNIQUE("link")
);--> statement-breakpoint
CREATE TABLE "people_assistances" (
	"id" serial PRIMARY KEY NOT NULL,
	"clerk" integer NOT NULL,
	"person" integer NOT NULL,
	"body" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"objection" text,
	"objected_at" timestamp with time zone,
	"answer" text,
	"answered_at" timestamp with time zone
);--> statement-breakpoint
CREATE TABLE "people_authenticators" (
	"person" integer PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL,
	"last_step" bigint NOT NULL,
	"tried_at" timestamp with time zone
);--> statement-breakpoint
CREATE TABLE "people_codes" (
	"id" serial PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"digest" text NOT NULL,
	"person" integer,
	"identifier" text,
	"body" text,
	"by" integer,
	"made_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "people_codes_digest_unique" UNIQUE("digest")
);--> statement-breakpoint
CREATE TABLE "people_consents" (
	"id" serial PRIMARY KEY NOT NULL,
	"person" integer NOT NULL,
	"purpose" text NOT NULL,
	"version" text NOT NULL,
	"given" text NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone
);--> statement-breakpoint
CREATE TABLE "people_guardianships" (
	"id" serial PRIMARY KEY NOT NULL,
	"child" integer NOT NULL,
	"digest" text,
	"email" text,
	"guardian" integer,
	"on_paper" boolean DEFAULT false NOT NULL,
	"clerk" integer,
	"asked_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	"consented_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "people_guardianships_digest_unique" UNIQUE("digest")
);--> statement-breakpoint
CREATE TABLE "people_identities" (
	"digest" text PRIMARY KEY NOT NULL,
	"person" integer NOT NULL,
	"provider" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL
);--> statement-breakpoint
CREATE TABLE "people_invitations" (
	"id" serial PRIMARY KEY NOT NULL,
	"digest" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"body" text NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date,
	"after" integer,
	"invited_by" integer NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "people_invitations_digest_unique" UNIQUE("digest")
);--> statement-breakpoint
CREATE TABLE "people_kept_forms" (
	"key" text PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);--> statement-breakpoint
CREATE TABLE "people_passkeys" (
	"id" text PRIMARY KEY NOT NULL,
	"person" integer NOT NULL,
	"public_key" "bytea" NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text[] NOT NULL,
	"device" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);--> statement-breakpoint
CREATE TABLE "people_pending" (
	"key" text PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);--> statement-breakpoint
CREATE TABLE "people" (
	"id" serial PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"lang" text NOT NULL,
	"email" text,
	"notices" text DEFAULT 'each' NOT NULL,
	"child_until" date,
	"demo" text,
	"joined_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "people_demo_unique" UNIQUE("demo")
);--> statement-breakpoint
CREATE TABLE "people_recovery_codes" (
	"person" integer NOT NULL,
	"digest" text NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "people_recovery_codes_person_digest_pk" PRIMARY KEY("person","digest")
);--> statement-breakpoint
CREATE TABLE "people_residencies" (
	"id" serial PRIMARY KEY NOT NULL,
	"person" integer NOT NULL,
	"route" text NOT NULL,
	"level" integer NOT NULL,
	"identifier" text,
	"body" text,
	"by" integer,
	"at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"reason" text
);--> statement-breakpoint
CREATE TABLE "people_roles" (
	"id" serial PRIMARY KEY NOT NULL,
	"person" integer NOT NULL,
	"role" text NOT NULL,
	"body" text NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date,
	"appointed_by" integer,
	"appointed_at" timestamp with time zone NOT NULL,
	"ended_on" date,
	"ended_by" integer,
	"reason" text
);--> statement-breakpoint
CREATE TABLE "people_sessions" (
	"id" serial PRIMARY KEY NOT NULL,
	"digest" text NOT NULL,
	"person" integer NOT NULL,
	"device" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"second_factor_at" timestamp with time zone,
	"assistance" integer,
	CONSTRAINT "people_sessions_digest_unique" UNIQUE("digest")
);--> statement-breakpoint
CREATE TABLE "record_checkpoints" (
	"size" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"cosigned_at" timestamp with time zone NOT NULL,
	"note" text NOT NULL
);--> statement-breakpoint
CREATE TABLE "record_cursors" (
	"name" text PRIMARY KEY NOT NULL,
	"index" bigint NOT NULL
);--> statement-breakpoint
CREATE TABLE "record_entries" (
	"number" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"person" integer,
	"by" text,
	"what" text NOT NULL,
	"about" text NOT NULL,
	"visibility" text NOT NULL,
	"facts" jsonb NOT NULL,
	"title" jsonb,
	"shows" text,
	"salt" "bytea",
	"commitment" text NOT NULL,
	"transaction" "xid8" DEFAULT pg_current_xact_id() NOT NULL
);--> statement-breakpoint
CREATE TABLE "record_follows" (
	"person" integer NOT NULL,
	"about" text NOT NULL,
	"how" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "record_follows_person_about_pk" PRIMARY KEY("person","about")
);--> statement-breakpoint
CREATE TABLE "record_leaves" (
	"index" bigint PRIMARY KEY NOT NULL,
	"entry" bigint NOT NULL,
	CONSTRAINT "record_leaves_entry_unique" UNIQUE("entry")
);--> statement-breakpoint
CREATE TABLE "record_letters" (
	"key" text PRIMARY KEY NOT NULL,
	"person" integer NOT NULL,
	"kind" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"try_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp with time zone,
	"problem" text
);--> statement-breakpoint
CREATE TABLE "record_notices" (
	"number" bigserial PRIMARY KEY NOT NULL,
	"person" integer NOT NULL,
	"entry" bigint NOT NULL,
	"how" text NOT NULL,
	"because" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	"letter" text
);--> statement-breakpoint
CREATE TABLE "record_origins" (
	"thing" text NOT NULL,
	"origin" text NOT NULL,
	CONSTRAINT "record_origins_thing_origin_pk" PRIMARY KEY("thing","origin")
);--> statement-breakpoint
CREATE TABLE "record_tiles" (
	"path" text PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL
);--> statement-breakpoint
CREATE TABLE "search_documents" (
	"about" text NOT NULL,
	"lang" text NOT NULL,
	"room" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"tokens" "tsvector" NOT NULL,
	"length" integer NOT NULL,
	CONSTRAINT "search_documents_about_lang_pk" PRIMARY KEY("about","lang")
);--> statement-breakpoint
ALTER TABLE "committees_attendance" ADD CONSTRAINT "committees_attendance_sitting_committees_sittings_id_fk" FOREIGN KEY ("sitting") REFERENCES "public"."committees_sittings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committees_compositions" ADD CONSTRAINT "committees_compositions_committee_committees_key_fk" FOREIGN KEY ("committee") REFERENCES "public"."committees"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committees_recusals" ADD CONSTRAINT "committees_recusals_sitting_committees_sittings_id_fk" FOREIGN KEY ("sitting") REFERENCES "public"."committees_sittings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committees_items" ADD CONSTRAINT "committees_items_sitting_committees_sittings_id_fk" FOREIGN KEY ("sitting") REFERENCES "public"."committees_sittings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committees_memberships" ADD CONSTRAINT "committees_memberships_committee_committees_key_fk" FOREIGN KEY ("committee") REFERENCES "public"."committees"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committees_memberships" ADD CONSTRAINT "committees_memberships_person_committees_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."committees_people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committees_sittings" ADD CONSTRAINT "committees_sittings_committee_committees_key_fk" FOREIGN KEY ("committee") REFERENCES "public"."committees"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committees_traits" ADD CONSTRAINT "committees_traits_person_committees_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."committees_people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committees_waivers" ADD CONSTRAINT "committees_waivers_committee_committees_key_fk" FOREIGN KEY ("committee") REFERENCES "public"."committees"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_assistances" ADD CONSTRAINT "people_assistances_clerk_people_id_fk" FOREIGN KEY ("clerk") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_assistances" ADD CONSTRAINT "people_assistances_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_authenticators" ADD CONSTRAINT "people_authenticators_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_codes" ADD CONSTRAINT "people_codes_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_consents" ADD CONSTRAINT "people_consents_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_guardianships" ADD CONSTRAINT "people_guardianships_child_people_id_fk" FOREIGN KEY ("child") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_guardianships" ADD CONSTRAINT "people_guardianships_guardian_people_id_fk" FOREIGN KEY ("guardian") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_identities" ADD CONSTRAINT "people_identities_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_passkeys" ADD CONSTRAINT "people_passkeys_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_recovery_codes" ADD CONSTRAINT "people_recovery_codes_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_residencies" ADD CONSTRAINT "people_residencies_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_roles" ADD CONSTRAINT "people_roles_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_sessions" ADD CONSTRAINT "people_sessions_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_leaves" ADD CONSTRAINT "record_leaves_entry_record_entries_number_fk" FOREIGN KEY ("entry") REFERENCES "public"."record_entries"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_notices" ADD CONSTRAINT "record_notices_entry_record_entries_number_fk" FOREIGN KEY ("entry") REFERENCES "public"."record_entries"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "charter_services_thing" ON "charter_services" USING btree ("thing");--> statement-breakpoint
CREATE INDEX "committees_memberships_committee" ON "committees_memberships" USING btree ("committee");--> statement-breakpoint
CREATE INDEX "committees_memberships_person" ON "committees_memberships" USING btree ("person");--> statement-breakpoint
CREATE INDEX "committees_sittings_starts" ON "committees_sittings" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "people_arrivals_visit" ON "people_arrivals" USING btree ("visit");--> statement-breakpoint
CREATE INDEX "people_assistances_person" ON "people_assistances" USING btree ("person");--> statement-breakpoint
CREATE INDEX "people_codes_person" ON "people_codes" USING btree ("person");--> statement-breakpoint
CREATE INDEX "people_consents_person" ON "people_consents" USING btree ("person");--> statement-breakpoint
CREATE INDEX "people_guardianships_child" ON "people_guardianships" USING btree ("child");--> statement-breakpoint
CREATE INDEX "people_identities_person" ON "people_identities" USING btree ("person");--> statement-breakpoint
CREATE INDEX "people_passkeys_person" ON "people_passkeys" USING btree ("person");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree ("email") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "people_residencies_person" ON "people_residencies" USING btree ("person");--> statement-breakpoint
CREATE UNIQUE INDEX "people_residencies_one" ON "people_residencies" USING btree ("route","identifier") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "people_roles_person" ON "people_roles" USING btree ("person");--> statement-breakpoint
CREATE INDEX "people_roles_body" ON "people_roles" USING btree ("body","role");--> statement-breakpoint
CREATE INDEX "people_sessions_person" ON "people_sessions" USING btree ("person");--> statement-breakpoint
CREATE INDEX "record_entries_about" ON "record_entries" USING btree ("about","number");--> statement-breakpoint
CREATE INDEX "record_entries_kind" ON "record_entries" USING btree (split_part("about", '/', 1),"number");--> statement-breakpoint
CREATE INDEX "record_entries_at" ON "record_entries" USING btree ("at");--> statement-breakpoint
CREATE INDEX "record_entries_person" ON "record_entries" USING btree ("person","number");--> statement-breakpoint
CREATE INDEX "record_entries_transaction" ON "record_entries" USING btree ("transaction");--> statement-breakpoint
CREATE INDEX "record_follows_about" ON "record_follows" USING btree ("about");--> statement-breakpoint
CREATE INDEX "record_letters_try" ON "record_letters" USING btree ("try_at");--> statement-breakpoint
CREATE INDEX "record_notices_person" ON "record_notices" USING btree ("person","number");--> statement-breakpoint
CREATE INDEX "record_notices_letter" ON "record_notices" USING btree ("letter") WHERE "record_notices"."letter" is not null;--> statement-breakpoint
CREATE INDEX "record_notices_waiting" ON "record_notices" USING btree ("how","person") WHERE "record_notices"."letter" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "record_notices_once" ON "record_notices" USING btree ("person","entry");--> statement-breakpoint
CREATE INDEX "search_documents_tokens" ON "search_documents" USING gin ("tokens");--> statement-breakpoint
create function record_stays() returns trigger language plpgsql as $$
begin
  raise exception 'what is on the record stays on it (%: %)', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
create function record_entry_changes() returns trigger language plpgsql as $$
declare
  may text[] := '{salt,facts,title,person}';
  erased boolean := new.salt is null and new.facts = '{}' and new.title is null
    and new.person is not distinct from old.person;
  let_go boolean := new.person is null and new.salt is not distinct from substring(old.salt for 16)
    and new.facts = old.facts and new.title is not distinct from old.title;
begin
  if (erased or let_go) and to_jsonb(new) - may = to_jsonb(old) - may then
    return new;
  end if;
  raise exception 'of an entry on the record only what it says can be erased, or who did it let go, with its salt'
    using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
create trigger record_entries_update before update on record_entries for each row execute function record_entry_changes();--> statement-breakpoint
create trigger record_entries_delete before delete on record_entries for each row execute function record_stays();--> statement-breakpoint
create trigger record_entries_truncate before truncate on record_entries execute function record_stays();--> statement-breakpoint
create trigger record_leaves_stay before update or delete on record_leaves for each row execute function record_stays();--> statement-breakpoint
create trigger record_leaves_truncate before truncate on record_leaves execute function record_stays();--> statement-breakpoint
create trigger record_tiles_update before update on record_tiles for each row execute function record_stays();--> statement-breakpoint
create trigger record_tiles_delete before delete on record_tiles for each row
  when (old.path !~ '\.p/\d+$') execute function record_stays();--> statement-breakpoint
create trigger record_tiles_truncate before truncate on record_tiles execute function record_stays();--> statement-breakpoint
create trigger record_checkpoints_size before update on record_checkpoints for each row
  when (new.size <> old.size or new.at <> old.at) execute function record_stays();--> statement-breakpoint
create trigger record_checkpoints_delete before delete on record_checkpoints for each row execute function record_stays();

CREATE TABLE "commitments" (
	"id" serial PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"lang" text NOT NULL,
	"lead" text NOT NULL,
	"supporting" text[] NOT NULL,
	"starts_on" date NOT NULL,
	"due_on" date NOT NULL,
	"first_due_on" date NOT NULL,
	"cost" bigint,
	"articles" text[] NOT NULL,
	"groups" text[] NOT NULL,
	"districts" text[] NOT NULL,
	"origin" text NOT NULL,
	"origin_kind" text NOT NULL,
	"origin_title" jsonb NOT NULL,
	"adopted_at" timestamp with time zone NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"broken_at" timestamp with time zone,
	"silent_at" timestamp with time zone,
	"begun_at" timestamp with time zone,
	"reported_at" timestamp with time zone,
	"done_at" timestamp with time zone,
	"stopped_at" timestamp with time zone,
	"finding" text,
	"settled_at" timestamp with time zone,
	"steps" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "commitments_facets" (
	"facet" text NOT NULL,
	"key" text NOT NULL,
	CONSTRAINT "commitments_facets_facet_key_pk" PRIMARY KEY("facet","key")
);
--> statement-breakpoint
CREATE TABLE "commitments_helps" (
	"commitment" integer NOT NULL,
	"asked" integer NOT NULL,
	"of" text NOT NULL,
	"answered" integer,
	CONSTRAINT "commitments_helps_commitment_asked_pk" PRIMARY KEY("commitment","asked")
);
--> statement-breakpoint
CREATE TABLE "commitments_marks" (
	"facet" text NOT NULL,
	"key" text NOT NULL,
	"commitment" integer NOT NULL,
	"due_on" date NOT NULL,
	CONSTRAINT "commitments_marks_facet_key_commitment_pk" PRIMARY KEY("facet","key","commitment")
);
--> statement-breakpoint
CREATE TABLE "commitments_milestones" (
	"commitment" integer NOT NULL,
	"no" integer NOT NULL,
	"title" text NOT NULL,
	"due_on" date NOT NULL,
	"first_due_on" date NOT NULL,
	"reached_at" timestamp with time zone,
	"dropped_at" timestamp with time zone,
	CONSTRAINT "commitments_milestones_commitment_no_pk" PRIMARY KEY("commitment","no")
);
--> statement-breakpoint
CREATE TABLE "commitments_steps" (
	"commitment" integer NOT NULL,
	"no" integer NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"body" text NOT NULL,
	"person" integer,
	"text" text NOT NULL,
	"lang" text NOT NULL,
	"links" text[] NOT NULL,
	"doc" jsonb NOT NULL,
	"once" text,
	CONSTRAINT "commitments_steps_commitment_no_pk" PRIMARY KEY("commitment","no")
);
--> statement-breakpoint
CREATE TABLE "committees_answers" (
	"id" serial PRIMARY KEY NOT NULL,
	"recommendation" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"body" text NOT NULL,
	"answer" text NOT NULL,
	"text" text NOT NULL,
	"lang" text NOT NULL,
	"reason" text,
	"because" text,
	"review_on" date,
	"commitments" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "committees_recommendations" (
	"id" serial PRIMARY KEY NOT NULL,
	"committee" text NOT NULL,
	"sitting" integer NOT NULL,
	"item" integer NOT NULL,
	"body" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"answer" text,
	"review_on" date,
	CONSTRAINT "committees_recommendations_item" UNIQUE("sitting","item")
);
--> statement-breakpoint
CREATE TABLE "files_contents" (
	"digest" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"size" integer NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" serial PRIMARY KEY NOT NULL,
	"about" text NOT NULL,
	"name" text NOT NULL,
	"digest" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "petitions_answers" (
	"id" serial PRIMARY KEY NOT NULL,
	"petition" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"body" text NOT NULL,
	"outcome" text NOT NULL,
	"text" text NOT NULL,
	"lang" text NOT NULL,
	"reason" text,
	"because" text,
	"review_on" date,
	"reviewed_at" timestamp with time zone,
	"referred_to" text,
	"referred_reach" text,
	"consented" boolean,
	"due_at" timestamp with time zone,
	"commitments" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "petitions_extensions" (
	"petition" integer PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"lang" text NOT NULL,
	"by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "petitions_hearings" (
	"id" serial PRIMARY KEY NOT NULL,
	"petition" integer NOT NULL,
	"body" text NOT NULL,
	"announced_at" timestamp with time zone NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"place" text NOT NULL,
	"access" text NOT NULL,
	"lang" text NOT NULL,
	"cancelled_at" timestamp with time zone,
	"cancelled_for" text,
	"report" text,
	"report_lang" text,
	"reported_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "petitions_mediations" (
	"id" serial PRIMARY KEY NOT NULL,
	"petition" integer NOT NULL,
	"body" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"proposal" text NOT NULL,
	"lang" text NOT NULL,
	"closed_at" timestamp with time zone,
	"agreed" boolean,
	"result" text,
	"result_lang" text
);
--> statement-breakpoint
CREATE TABLE "petitions_objections" (
	"id" serial PRIMARY KEY NOT NULL,
	"petition" integer NOT NULL,
	"answer" integer,
	"at" timestamp with time zone NOT NULL,
	"text" text NOT NULL,
	"lang" text NOT NULL,
	"to" text NOT NULL,
	"due_at" timestamp with time zone,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"upheld" boolean,
	"decision" text,
	"decision_lang" text
);
--> statement-breakpoint
CREATE TABLE "petitions_pauses" (
	"id" serial PRIMARY KEY NOT NULL,
	"petition" integer NOT NULL,
	"from" date NOT NULL,
	"to" date,
	"ground" text NOT NULL,
	"reason" text NOT NULL,
	"lang" text NOT NULL,
	"by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "petitions_reviews" (
	"id" serial PRIMARY KEY NOT NULL,
	"petition" integer NOT NULL,
	"answer" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"announced_for" date NOT NULL,
	"body" text NOT NULL,
	"stays" boolean NOT NULL,
	"text" text NOT NULL,
	"lang" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "petitions_routings" (
	"id" serial PRIMARY KEY NOT NULL,
	"petition" integer NOT NULL,
	"body" text NOT NULL,
	"procedure" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"reason" text,
	"lang" text,
	"by" text
);
--> statement-breakpoint
CREATE TABLE "petitions_satisfactions" (
	"answer" integer PRIMARY KEY NOT NULL,
	"petition" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"verdict" text NOT NULL,
	"text" text,
	"lang" text
);
--> statement-breakpoint
CREATE TABLE "petitions_contacts" (
	"petition" integer PRIMARY KEY NOT NULL,
	"name" text,
	"reach" text
);
--> statement-breakpoint
CREATE TABLE "petitions_moderations" (
	"id" serial PRIMARY KEY NOT NULL,
	"petition" integer NOT NULL,
	"what" text NOT NULL,
	"opinion" integer,
	"at" timestamp with time zone NOT NULL,
	"ground" text NOT NULL,
	"statement" text NOT NULL,
	"lang" text NOT NULL,
	"by" text NOT NULL,
	"original" jsonb NOT NULL,
	"appealed_at" timestamp with time zone,
	"appeal" text,
	"appeal_lang" text,
	"appeal_to" text,
	"appeal_due_at" timestamp with time zone,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"restored" boolean,
	"decision" text,
	"decision_lang" text
);
--> statement-breakpoint
CREATE TABLE "petitions_opinions" (
	"id" serial PRIMARY KEY NOT NULL,
	"petition" integer NOT NULL,
	"person" integer,
	"stance" text NOT NULL,
	"text" text NOT NULL,
	"lang" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"hidden_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "petitions" (
	"id" serial PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"lang" text NOT NULL,
	"procedure" text NOT NULL,
	"filed_as" text,
	"way" text NOT NULL,
	"person" integer,
	"shown_as" text,
	"form" text,
	"return_digest" text,
	"articles" text[] NOT NULL,
	"groups" text[] NOT NULL,
	"topic" text,
	"district" text,
	"body" text NOT NULL,
	"filed_at" timestamp with time zone NOT NULL,
	"signatures" integer DEFAULT 0 NOT NULL,
	"participants" integer DEFAULT 0 NOT NULL,
	"signable_until" timestamp with time zone,
	"discussed_from" timestamp with time zone,
	"reviewed_from" timestamp with time zone,
	"review_in" text,
	"lane_asked_at" timestamp with time zone,
	"lane_reason" text,
	"lane_decided_at" timestamp with time zone,
	"lane_granted" boolean,
	"lane_answer" text,
	"lane_answer_lang" text,
	"due_at" timestamp with time zone,
	"paused_from" timestamp with time zone,
	"paused_until" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"outcome" text,
	"objectable_until" timestamp with time zone,
	"objected_at" timestamp with time zone,
	"objection_due_at" timestamp with time zone,
	"reopened_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"merged_into" integer,
	"merged_at" timestamp with time zone,
	"merged_by" text,
	"merge_reason" text,
	"merge_lang" text,
	"hidden_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "petitions_remarks" (
	"id" serial PRIMARY KEY NOT NULL,
	"petition" integer NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"lang" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "petitions_sheets" (
	"id" serial PRIMARY KEY NOT NULL,
	"petition" integer NOT NULL,
	"count" integer NOT NULL,
	"kept_at" text NOT NULL,
	"body" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "petitions_signatures" (
	"petition" integer NOT NULL,
	"person" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "petitions_signatures_petition_person_pk" PRIMARY KEY("petition","person")
);
--> statement-breakpoint
DROP INDEX "search_documents_tokens";--> statement-breakpoint
ALTER TABLE "charter_services" ADD COLUMN "kind" text;--> statement-breakpoint
UPDATE "charter_services" SET "kind" = split_part("thing", '/', 1);--> statement-breakpoint
ALTER TABLE "charter_services" ALTER COLUMN "kind" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "committees_items" ADD COLUMN "about" text;--> statement-breakpoint
ALTER TABLE "search_documents" ADD COLUMN "place" bigserial NOT NULL;--> statement-breakpoint
ALTER TABLE "commitments_helps" ADD CONSTRAINT "commitments_helps_commitment_commitments_id_fk" FOREIGN KEY ("commitment") REFERENCES "public"."commitments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments_marks" ADD CONSTRAINT "commitments_marks_commitment_commitments_id_fk" FOREIGN KEY ("commitment") REFERENCES "public"."commitments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments_milestones" ADD CONSTRAINT "commitments_milestones_commitment_commitments_id_fk" FOREIGN KEY ("commitment") REFERENCES "public"."commitments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments_steps" ADD CONSTRAINT "commitments_steps_commitment_commitments_id_fk" FOREIGN KEY ("commitment") REFERENCES "public"."commitments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committees_answers" ADD CONSTRAINT "committees_answers_recommendation_committees_recommendations_id_fk" FOREIGN KEY ("recommendation") REFERENCES "public"."committees_recommendations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committees_recommendations" ADD CONSTRAINT "committees_recommendations_committee_committees_key_fk" FOREIGN KEY ("committee") REFERENCES "public"."committees"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committees_recommendations" ADD CONSTRAINT "committees_recommendations_sitting_committees_sittings_id_fk" FOREIGN KEY ("sitting") REFERENCES "public"."committees_sittings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_digest_files_contents_digest_fk" FOREIGN KEY ("digest") REFERENCES "public"."files_contents"("digest") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petitions_answers" ADD CONSTRAINT "petitions_answers_petition_petitions_id_fk" FOREIGN KEY ("petition") REFERENCES "public"."petitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petitions_extensions" ADD CONSTRAINT "petitions_extensions_petition_petitions_id_fk" FOREIGN KEY ("petition") REFERENCES "public"."petitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petitions_hearings" ADD CONSTRAINT "petitions_hearings_petition_petitions_id_fk" FOREIGN KEY ("petition") REFERENCES "public"."petitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petitions_mediations" ADD CONSTRAINT "petitions_mediations_petition_petitions_id_fk" FOREIGN KEY ("petition") REFERENCES "public"."petitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petitions_objections" ADD CONSTRAINT "petitions_objections_petition_petitions_id_fk" FOREIGN KEY ("petition") REFERENCES "public"."petitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petitions_objections" ADD CONSTRAINT "petitions_objections_answer_petitions_answers_id_fk" FOREIGN KEY ("answer") REFERENCES "public"."petitions_answers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petitions_pauses" ADD CONSTRAINT "petitions_pauses_petition_petitions_id_fk" FOREIGN KEY ("petition") REFERENCES "public"."petitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petitions_reviews" ADD CONSTRAINT "petitions_reviews_petition_petitions_id_fk" FOREIGN KEY ("petition") REFERENCES "public"."petitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petitions_reviews" ADD CONSTRAINT "petitions_reviews_answer_petitions_answers_id_fk" FOREIGN KEY ("answer") REFERENCES "public"."petitions_answers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petitions_routings" ADD CONSTRAINT "petitions_routings_petition_petitions_id_fk" FOREIGN KEY ("petition") REFERENCES "public"."petitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petitions_satisfactions" ADD CONSTRAINT "petitions_satisfactions_answer_petitions_answers_id_fk" FOREIGN KEY ("answer") REFERENCES "public"."petitions_answers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petitions_satisfactions" ADD CONSTRAINT "petitions_satisfactions_petition_petitions_id_fk" FOREIGN KEY ("petition") REFERENCES "public"."petitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petitions_contacts" ADD CONSTRAINT "petitions_contacts_petition_petitions_id_fk" FOREIGN KEY ("petition") REFERENCES "public"."petitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petitions_moderations" ADD CONSTRAINT "petitions_moderations_petition_petitions_id_fk" FOREIGN KEY ("petition") REFERENCES "public"."petitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petitions_moderations" ADD CONSTRAINT "petitions_moderations_opinion_petitions_opinions_id_fk" FOREIGN KEY ("opinion") REFERENCES "public"."petitions_opinions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petitions_opinions" ADD CONSTRAINT "petitions_opinions_petition_petitions_id_fk" FOREIGN KEY ("petition") REFERENCES "public"."petitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petitions_remarks" ADD CONSTRAINT "petitions_remarks_petition_petitions_id_fk" FOREIGN KEY ("petition") REFERENCES "public"."petitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petitions_sheets" ADD CONSTRAINT "petitions_sheets_petition_petitions_id_fk" FOREIGN KEY ("petition") REFERENCES "public"."petitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petitions_signatures" ADD CONSTRAINT "petitions_signatures_petition_petitions_id_fk" FOREIGN KEY ("petition") REFERENCES "public"."petitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "commitments_origin" ON "commitments" USING btree ("origin");--> statement-breakpoint
CREATE INDEX "commitments_origin_kind" ON "commitments" USING btree ("origin_kind","id");--> statement-breakpoint
CREATE INDEX "commitments_due" ON "commitments" USING btree ("due_on","id");--> statement-breakpoint
CREATE INDEX "commitments_lead" ON "commitments" USING btree ("lead","due_at") WHERE done_at is null and stopped_at is null;--> statement-breakpoint
CREATE INDEX "commitments_open" ON "commitments" USING btree ("due_at","kind","broken_at") WHERE done_at is null and stopped_at is null;--> statement-breakpoint
CREATE INDEX "commitments_broken" ON "commitments" USING btree ("broken_at","kind") WHERE done_at is null and stopped_at is null;--> statement-breakpoint
CREATE INDEX "commitments_silent" ON "commitments" USING btree ("silent_at","kind") WHERE done_at is null and stopped_at is null;--> statement-breakpoint
CREATE INDEX "commitments_settled" ON "commitments" USING btree ("settled_at") WHERE settled_at is not null;--> statement-breakpoint
CREATE INDEX "commitments_stopped" ON "commitments" USING btree ("id","kind") WHERE stopped_at is not null;--> statement-breakpoint
CREATE INDEX "commitments_done" ON "commitments" USING btree ("finding","id","kind") WHERE done_at is not null and stopped_at is null;--> statement-breakpoint
CREATE INDEX "commitments_helps_open" ON "commitments_helps" USING btree ("of") WHERE answered is null;--> statement-breakpoint
CREATE INDEX "commitments_marks_due" ON "commitments_marks" USING btree ("facet","key","due_on","commitment");--> statement-breakpoint
CREATE INDEX "commitments_marks_commitment" ON "commitments_marks" USING btree ("commitment");--> statement-breakpoint
CREATE UNIQUE INDEX "commitments_steps_once" ON "commitments_steps" USING btree ("commitment","once");--> statement-breakpoint
CREATE INDEX "commitments_steps_person" ON "commitments_steps" USING btree ("person") WHERE person is not null;--> statement-breakpoint
CREATE INDEX "committees_answers_recommendation" ON "committees_answers" USING btree ("recommendation");--> statement-breakpoint
CREATE INDEX "committees_recommendations_committee" ON "committees_recommendations" USING btree ("committee","id");--> statement-breakpoint
CREATE INDEX "committees_recommendations_body" ON "committees_recommendations" USING btree ("body","id");--> statement-breakpoint
CREATE INDEX "committees_recommendations_owed" ON "committees_recommendations" USING btree ("due_at") WHERE answer is null;--> statement-breakpoint
CREATE INDEX "files_about" ON "files" USING btree ("about" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "petitions_answers_petition" ON "petitions_answers" USING btree ("petition");--> statement-breakpoint
CREATE INDEX "petitions_answers_at" ON "petitions_answers" USING btree ("at");--> statement-breakpoint
CREATE INDEX "petitions_answers_review" ON "petitions_answers" USING btree ("review_on") WHERE review_on is not null and reviewed_at is null;--> statement-breakpoint
CREATE INDEX "petitions_hearings_petition" ON "petitions_hearings" USING btree ("petition");--> statement-breakpoint
CREATE INDEX "petitions_mediations_petition" ON "petitions_mediations" USING btree ("petition");--> statement-breakpoint
CREATE INDEX "petitions_objections_petition" ON "petitions_objections" USING btree ("petition");--> statement-breakpoint
CREATE INDEX "petitions_objections_open" ON "petitions_objections" USING btree ("to") WHERE decided_at is null;--> statement-breakpoint
CREATE INDEX "petitions_pauses_petition" ON "petitions_pauses" USING btree ("petition");--> statement-breakpoint
CREATE INDEX "petitions_reviews_petition" ON "petitions_reviews" USING btree ("petition");--> statement-breakpoint
CREATE INDEX "petitions_routings_petition" ON "petitions_routings" USING btree ("petition");--> statement-breakpoint
CREATE INDEX "petitions_moderations_petition" ON "petitions_moderations" USING btree ("petition");--> statement-breakpoint
CREATE INDEX "petitions_moderations_appealed" ON "petitions_moderations" USING btree ("appeal_to") WHERE appealed_at is not null and decided_at is null;--> statement-breakpoint
CREATE INDEX "petitions_opinions_petition" ON "petitions_opinions" USING btree ("petition","id");--> statement-breakpoint
CREATE UNIQUE INDEX "petitions_opinions_once" ON "petitions_opinions" USING btree ("petition","person");--> statement-breakpoint
CREATE INDEX "petitions_person" ON "petitions" USING btree ("person") WHERE person is not null;--> statement-breakpoint
CREATE INDEX "petitions_body" ON "petitions" USING btree ("body","id");--> statement-breakpoint
CREATE INDEX "petitions_topic" ON "petitions" USING btree ("topic","id");--> statement-breakpoint
CREATE INDEX "petitions_district" ON "petitions" USING btree ("district","id");--> statement-breakpoint
CREATE INDEX "petitions_articles" ON "petitions" USING gin ("articles");--> statement-breakpoint
CREATE INDEX "petitions_groups" ON "petitions" USING gin ("groups");--> statement-breakpoint
CREATE INDEX "petitions_signed" ON "petitions" USING btree ("signatures","id");--> statement-breakpoint
CREATE INDEX "petitions_helpable" ON "petitions" USING btree ("signatures","id") WHERE reviewed_from is null and withdrawn_at is null and merged_at is null and hidden_at is null;--> statement-breakpoint
CREATE INDEX "petitions_due" ON "petitions" USING btree ("due_at","id") WHERE answered_at is null and withdrawn_at is null and merged_at is null;--> statement-breakpoint
CREATE INDEX "petitions_ended" ON "petitions" USING btree ("id") WHERE answered_at is null and (withdrawn_at is not null or merged_at is not null);--> statement-breakpoint
CREATE INDEX "petitions_paused" ON "petitions" USING btree ("id") WHERE paused_from is not null;--> statement-breakpoint
CREATE INDEX "petitions_objected" ON "petitions" USING btree ("id","answered_at","withdrawn_at","merged_at") WHERE objected_at is not null;--> statement-breakpoint
CREATE INDEX "petitions_withdrawn" ON "petitions" USING btree ("id") WHERE withdrawn_at is not null;--> statement-breakpoint
CREATE INDEX "petitions_merged" ON "petitions" USING btree ("merged_into") WHERE merged_into is not null;--> statement-breakpoint
CREATE INDEX "petitions_discussed" ON "petitions" USING btree ("id") WHERE discussed_from is not null;--> statement-breakpoint
CREATE INDEX "petitions_reviewed" ON "petitions" USING btree ("id") WHERE reviewed_from is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "petitions_form" ON "petitions" USING btree ("form");--> statement-breakpoint
CREATE UNIQUE INDEX "petitions_return" ON "petitions" USING btree ("return_digest") WHERE return_digest is not null;--> statement-breakpoint
CREATE INDEX "petitions_owed" ON "petitions" USING btree ("body","due_at") WHERE answered_at is null and withdrawn_at is null and merged_at is null;--> statement-breakpoint
CREATE INDEX "petitions_lane" ON "petitions" USING btree ("lane_asked_at") WHERE lane_asked_at is not null and lane_decided_at is null;--> statement-breakpoint
CREATE INDEX "petitions_review" ON "petitions" USING btree ("reviewed_from") WHERE reviewed_from is not null and review_in is null;--> statement-breakpoint
CREATE INDEX "petitions_remarks_petition" ON "petitions_remarks" USING btree ("petition");--> statement-breakpoint
CREATE INDEX "petitions_sheets_petition" ON "petitions_sheets" USING btree ("petition");--> statement-breakpoint
CREATE INDEX "petitions_signatures_person" ON "petitions_signatures" USING btree ("person");--> statement-breakpoint
CREATE INDEX "charter_services_newest" ON "charter_services" USING btree ("article","kind","since");--> statement-breakpoint
CREATE INDEX "search_documents_tokens" ON "search_documents" USING gin ("tokens") WITH (fastupdate=off);
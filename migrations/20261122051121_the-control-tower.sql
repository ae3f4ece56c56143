CREATE TABLE "commitments_links" (
	"commitment" integer NOT NULL,
	"thing" text NOT NULL,
	"title" jsonb NOT NULL,
	"body" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "commitments_links_commitment_thing_pk" PRIMARY KEY("commitment","thing")
);
--> statement-breakpoint
CREATE TABLE "indicators_evaluations" (
	"key" text PRIMARY KEY NOT NULL,
	"doc" jsonb NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "indicators_imports" (
	"id" serial PRIMARY KEY NOT NULL,
	"person" integer NOT NULL,
	"name" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"by" text NOT NULL,
	"indicator" text,
	"mapping" jsonb NOT NULL,
	"report" jsonb,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "indicators" (
	"key" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"doc" jsonb NOT NULL,
	"in_files" boolean NOT NULL,
	"columns" text[],
	"unit" text,
	"meta" jsonb,
	"told_of" text,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "indicators_notes" (
	"id" serial PRIMARY KEY NOT NULL,
	"indicator" text NOT NULL,
	"period" text,
	"body" text NOT NULL,
	"text" text NOT NULL,
	"lang" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "indicators_priorities" (
	"year" integer NOT NULL,
	"indicator" text NOT NULL,
	"place" integer NOT NULL,
	"criteria" text[] NOT NULL,
	"reason" text NOT NULL,
	"lang" text NOT NULL,
	"chosen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "indicators_priorities_year_indicator_pk" PRIMARY KEY("year","indicator")
);
--> statement-breakpoint
CREATE TABLE "indicators_releases" (
	"id" serial PRIMARY KEY NOT NULL,
	"indicator" text NOT NULL,
	"by" text NOT NULL,
	"way" text NOT NULL,
	"body" text,
	"note" text DEFAULT '' NOT NULL,
	"lang" text DEFAULT 'und' NOT NULL,
	"rows" integer NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"checked_at" timestamp with time zone,
	"approved_at" timestamp with time zone,
	"published_at" timestamp with time zone,
	"returned_at" timestamp with time zone,
	"returned" text,
	"entered_by" integer,
	"checked_by" integer,
	"approved_by" integer
);
--> statement-breakpoint
CREATE TABLE "indicators_series" (
	"id" serial PRIMARY KEY NOT NULL,
	"indicator" text NOT NULL,
	"by" text NOT NULL,
	"key" text NOT NULL,
	"of" jsonb NOT NULL,
	"district" text,
	"unit" text,
	"nth" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "indicators_targets" (
	"id" serial PRIMARY KEY NOT NULL,
	"indicator" text NOT NULL,
	"of" jsonb NOT NULL,
	"from" text NOT NULL,
	"start" double precision NOT NULL,
	"by" text NOT NULL,
	"value" double precision NOT NULL,
	"reason" text NOT NULL,
	"lang" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "indicators_values" (
	"series" integer NOT NULL,
	"period" text NOT NULL,
	"release" integer NOT NULL,
	"from" date NOT NULL,
	"until" date NOT NULL,
	"value" double precision,
	"written" text,
	"numerator" double precision,
	"denominator" double precision,
	"people" integer,
	"status" text NOT NULL,
	"hidden" text,
	"definition" integer DEFAULT 0 NOT NULL,
	"place" integer,
	"marks" jsonb,
	"current" boolean DEFAULT false NOT NULL,
	"corrections" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "indicators_values_series_period_release_pk" PRIMARY KEY("series","period","release")
);
--> statement-breakpoint
CREATE TABLE "plans_actions" (
	"id" serial PRIMARY KEY NOT NULL,
	"task" integer NOT NULL,
	"year" integer NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"lang" text NOT NULL,
	"measure" text NOT NULL,
	"target" bigint NOT NULL,
	"leads" text[] NOT NULL,
	"starts_on" date NOT NULL,
	"due_on" date NOT NULL,
	"cost" bigint NOT NULL,
	"milestones" jsonb NOT NULL,
	"drafted_by" text NOT NULL,
	"drafted_at" timestamp with time zone NOT NULL,
	"wording" integer DEFAULT 1 NOT NULL,
	"agreed_at" timestamp with time zone,
	"commitment" text,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_why" text,
	"withdrawn_lang" text
);
--> statement-breakpoint
CREATE TABLE "plans_agreements" (
	"id" serial PRIMARY KEY NOT NULL,
	"action" integer NOT NULL,
	"wording" integer NOT NULL,
	"body" text NOT NULL,
	"agrees" boolean NOT NULL,
	"reason" text NOT NULL,
	"lang" text NOT NULL,
	"person" integer,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plans_changes" (
	"plan" text NOT NULL,
	"version" integer NOT NULL,
	"task" integer NOT NULL,
	"was" jsonb NOT NULL,
	CONSTRAINT "plans_changes_task_version_pk" PRIMARY KEY("task","version")
);
--> statement-breakpoint
CREATE TABLE "plans_findings" (
	"id" serial PRIMARY KEY NOT NULL,
	"plan" text NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"lang" text NOT NULL,
	"on" date NOT NULL,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plans_hearings" (
	"id" serial PRIMARY KEY NOT NULL,
	"plan" text NOT NULL,
	"on" date NOT NULL,
	"place" text NOT NULL,
	"announced_at" timestamp with time zone NOT NULL,
	"minutes" text,
	"lang" text NOT NULL,
	"minutes_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"key" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"doc" jsonb NOT NULL,
	"in_files" boolean NOT NULL,
	"follows" text,
	"version" integer DEFAULT 1 NOT NULL,
	"drafted_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"approved_at" timestamp with time zone,
	"reviewed_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"agenda" text,
	"sitting" text,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "plans_quarters" (
	"action" integer NOT NULL,
	"quarter" integer NOT NULL,
	"no" integer NOT NULL,
	"body" text NOT NULL,
	"reached" bigint NOT NULL,
	"text" text NOT NULL,
	"lang" text NOT NULL,
	"obstacle" text NOT NULL,
	"step" integer NOT NULL,
	"once" text NOT NULL,
	"person" integer,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "plans_quarters_action_quarter_no_pk" PRIMARY KEY("action","quarter","no")
);
--> statement-breakpoint
CREATE TABLE "plans_remarks" (
	"id" serial PRIMARY KEY NOT NULL,
	"plan" text NOT NULL,
	"way" text NOT NULL,
	"who" text NOT NULL,
	"person" integer,
	"text" text NOT NULL,
	"lang" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"outcome" text,
	"reason" text,
	"reason_lang" text,
	"task" integer,
	"answered_at" timestamp with time zone,
	"hidden_at" timestamp with time zone,
	"hidden_why" text,
	"hidden_lang" text
);
--> statement-breakpoint
CREATE TABLE "plans_reports" (
	"id" serial PRIMARY KEY NOT NULL,
	"plan" text NOT NULL,
	"kind" text NOT NULL,
	"year" integer,
	"text" text NOT NULL,
	"lang" text NOT NULL,
	"figures" jsonb NOT NULL,
	"lines" jsonb,
	"agenda" text,
	"body" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plans_tasks" (
	"id" serial PRIMARY KEY NOT NULL,
	"plan" text NOT NULL,
	"no" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"area" text NOT NULL,
	"goal" text,
	"title" jsonb NOT NULL,
	"text" jsonb,
	"articles" text[] NOT NULL,
	"groups" text[] NOT NULL,
	"leads" text[] NOT NULL,
	"supporting" text[] NOT NULL,
	"indicators" text[] NOT NULL,
	"findings" integer[] NOT NULL,
	"from" date NOT NULL,
	"until" date,
	"cost" bigint,
	"added_in" integer NOT NULL,
	"dropped_in" integer,
	"dropped_why" text,
	"dropped_lang" text,
	"replaced_by" text,
	"trust" jsonb
);
--> statement-breakpoint
CREATE TABLE "plans_told" (
	"about" text NOT NULL,
	"what" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "plans_told_about_what_pk" PRIMARY KEY("about","what")
);
--> statement-breakpoint
CREATE TABLE "plans_versions" (
	"plan" text NOT NULL,
	"no" integer NOT NULL,
	"on" date NOT NULL,
	"reason" text NOT NULL,
	"lang" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "plans_versions_plan_no_pk" PRIMARY KEY("plan","no")
);
--> statement-breakpoint
CREATE TABLE "tower_handovers" (
	"id" serial PRIMARY KEY NOT NULL,
	"body" text NOT NULL,
	"text" text NOT NULL,
	"lang" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tower_reminders" (
	"about" text NOT NULL,
	"kind" text NOT NULL,
	"body" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "tower_reminders_about_kind_body_pk" PRIMARY KEY("about","kind","body")
);
--> statement-breakpoint
ALTER TABLE "commitments" ADD COLUMN "joint" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "commitments" ADD COLUMN "declared_by" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "commitments_helps" ADD COLUMN "last" integer;--> statement-breakpoint
ALTER TABLE "commitments_helps" ADD COLUMN "helper" text;--> statement-breakpoint
ALTER TABLE "commitments_helps" ADD COLUMN "due_on" date;--> statement-breakpoint
ALTER TABLE "commitments_helps" ADD COLUMN "waits_from" date;--> statement-breakpoint
ALTER TABLE "commitments_helps" ADD COLUMN "lift_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "commitments_helps" ADD COLUMN "lifted_told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "record_letters" ADD COLUMN "says" jsonb;--> statement-breakpoint
ALTER TABLE "commitments_links" ADD CONSTRAINT "commitments_links_commitment_commitments_id_fk" FOREIGN KEY ("commitment") REFERENCES "public"."commitments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators_notes" ADD CONSTRAINT "indicators_notes_indicator_indicators_key_fk" FOREIGN KEY ("indicator") REFERENCES "public"."indicators"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators_priorities" ADD CONSTRAINT "indicators_priorities_indicator_indicators_key_fk" FOREIGN KEY ("indicator") REFERENCES "public"."indicators"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators_releases" ADD CONSTRAINT "indicators_releases_indicator_indicators_key_fk" FOREIGN KEY ("indicator") REFERENCES "public"."indicators"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators_series" ADD CONSTRAINT "indicators_series_indicator_indicators_key_fk" FOREIGN KEY ("indicator") REFERENCES "public"."indicators"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators_targets" ADD CONSTRAINT "indicators_targets_indicator_indicators_key_fk" FOREIGN KEY ("indicator") REFERENCES "public"."indicators"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators_values" ADD CONSTRAINT "indicators_values_series_indicators_series_id_fk" FOREIGN KEY ("series") REFERENCES "public"."indicators_series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators_values" ADD CONSTRAINT "indicators_values_release_indicators_releases_id_fk" FOREIGN KEY ("release") REFERENCES "public"."indicators_releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans_actions" ADD CONSTRAINT "plans_actions_task_plans_tasks_id_fk" FOREIGN KEY ("task") REFERENCES "public"."plans_tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans_agreements" ADD CONSTRAINT "plans_agreements_action_plans_actions_id_fk" FOREIGN KEY ("action") REFERENCES "public"."plans_actions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans_changes" ADD CONSTRAINT "plans_changes_plan_plans_key_fk" FOREIGN KEY ("plan") REFERENCES "public"."plans"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans_changes" ADD CONSTRAINT "plans_changes_task_plans_tasks_id_fk" FOREIGN KEY ("task") REFERENCES "public"."plans_tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans_findings" ADD CONSTRAINT "plans_findings_plan_plans_key_fk" FOREIGN KEY ("plan") REFERENCES "public"."plans"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans_hearings" ADD CONSTRAINT "plans_hearings_plan_plans_key_fk" FOREIGN KEY ("plan") REFERENCES "public"."plans"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans_quarters" ADD CONSTRAINT "plans_quarters_action_plans_actions_id_fk" FOREIGN KEY ("action") REFERENCES "public"."plans_actions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans_remarks" ADD CONSTRAINT "plans_remarks_plan_plans_key_fk" FOREIGN KEY ("plan") REFERENCES "public"."plans"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans_remarks" ADD CONSTRAINT "plans_remarks_task_plans_tasks_id_fk" FOREIGN KEY ("task") REFERENCES "public"."plans_tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans_reports" ADD CONSTRAINT "plans_reports_plan_plans_key_fk" FOREIGN KEY ("plan") REFERENCES "public"."plans"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans_tasks" ADD CONSTRAINT "plans_tasks_plan_plans_key_fk" FOREIGN KEY ("plan") REFERENCES "public"."plans"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans_versions" ADD CONSTRAINT "plans_versions_plan_plans_key_fk" FOREIGN KEY ("plan") REFERENCES "public"."plans"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "commitments_links_thing" ON "commitments_links" USING btree ("thing");--> statement-breakpoint
CREATE INDEX "indicators_notes_indicator" ON "indicators_notes" USING btree ("indicator");--> statement-breakpoint
CREATE INDEX "indicators_releases_indicator" ON "indicators_releases" USING btree ("indicator","id");--> statement-breakpoint
CREATE INDEX "indicators_releases_open" ON "indicators_releases" USING btree ("entered_at") WHERE published_at is null and returned_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "indicators_series_key" ON "indicators_series" USING btree ("indicator","by","key");--> statement-breakpoint
CREATE INDEX "indicators_targets_indicator" ON "indicators_targets" USING btree ("indicator");--> statement-breakpoint
CREATE UNIQUE INDEX "indicators_values_current" ON "indicators_values" USING btree ("series","from","until") WHERE current;--> statement-breakpoint
CREATE INDEX "indicators_values_release" ON "indicators_values" USING btree ("release");--> statement-breakpoint
CREATE INDEX "plans_actions_year" ON "plans_actions" USING btree ("year","task");--> statement-breakpoint
CREATE INDEX "plans_actions_task" ON "plans_actions" USING btree ("task");--> statement-breakpoint
CREATE INDEX "plans_actions_commitment" ON "plans_actions" USING btree ("commitment");--> statement-breakpoint
CREATE INDEX "plans_agreements_action" ON "plans_agreements" USING btree ("action");--> statement-breakpoint
CREATE INDEX "plans_changes_plan" ON "plans_changes" USING btree ("plan");--> statement-breakpoint
CREATE INDEX "plans_findings_plan" ON "plans_findings" USING btree ("plan");--> statement-breakpoint
CREATE INDEX "plans_hearings_plan" ON "plans_hearings" USING btree ("plan");--> statement-breakpoint
CREATE INDEX "plans_remarks_open" ON "plans_remarks" USING btree ("plan") WHERE answered_at is null and hidden_at is null;--> statement-breakpoint
CREATE INDEX "plans_reports_plan" ON "plans_reports" USING btree ("plan","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "plans_tasks_no" ON "plans_tasks" USING btree ("plan","no");--> statement-breakpoint
CREATE INDEX "plans_tasks_indicators" ON "plans_tasks" USING gin ("indicators");--> statement-breakpoint
CREATE INDEX "plans_tasks_articles" ON "plans_tasks" USING gin ("articles");--> statement-breakpoint
CREATE INDEX "plans_tasks_leads" ON "plans_tasks" USING gin ("leads");--> statement-breakpoint
CREATE INDEX "tower_handovers_body" ON "tower_handovers" USING btree ("body","at");--> statement-breakpoint
CREATE INDEX "tower_reminders_body" ON "tower_reminders" USING btree ("body");--> statement-breakpoint
CREATE INDEX "commitments_joint" ON "commitments" USING gin ("joint");--> statement-breakpoint
CREATE INDEX "commitments_unsigned" ON "commitments" USING btree ("lead") WHERE done_at is null and stopped_at is null and declared_by <> '{}';--> statement-breakpoint
CREATE INDEX "commitments_helps_lift" ON "commitments_helps" USING btree ("lift_at") WHERE lift_at is not null;--> statement-breakpoint
CREATE INDEX "commitments_steps_checks" ON "commitments_steps" USING btree ("commitment") WHERE kind = 'check';
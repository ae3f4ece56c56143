-- What filing, signing and answering would have written, for many petitions at once: two years of a city, the oldest
-- answered, a few late, paused, objected, merged or withdrawn, six in a hundred with a promise.
create table bench_passages (
  no int primary key, lang text, topic text, body text, articles text[], groups text[],
  title text, text text, tokens tsvector
);

-- What chance gave each petition: who filed it when, what became of it, and of which passages it is made.
create table bench_drawn (
  id int primary key, filed timestamptz, chance float, fate float, answered timestamptz, signed int,
  one int, other int
);

create function bench_drawn(first int, last int, count int, at timestamptz) returns void language sql as $$
  insert into bench_drawn
  select id, filed, chance, fate,
    case when fate > 0.05 and filed + interval '110 days' * speed < at then filed + interval '110 days' * speed end,
    signed, one, other
  from (
    select id, at - interval '730 days' * (count - id) / count - interval '1 hour' as filed, random() as chance, random() as fate,
      random() as speed, least(2000, floor(1 / (random() + 0.0005)))::int as signed,
      floor(power(5000, random()))::int - 1 as one, floor(5000 * random())::int as other
    from generate_series(first, last) as id
  ) as drawn;
$$;

create function bench_petitions(first int, last int, districts text[]) returns void language sql as $$
  insert into petitions (id, title, text, lang, procedure, filed_as, way, articles, groups, topic, district, body, filed_at,
    signatures, participants, signable_until, discussed_from, reviewed_from, due_at, paused_from, paused_until,
    answered_at, outcome, objectable_until, objected_at, objection_due_at, withdrawn_at, merged_into, merged_at)
  select id, p.title || ' (' || id || ')', p.text || ' ' || more.text, p.lang, 'civic-rights', 'civic-rights',
    case when chance < 0.8 then 'account' when chance < 0.9 then 'anonymous' else 'clerk' end,
    p.articles, p.groups, p.topic, districts[1 + id % cardinality(districts)], p.body, filed,
    signed, signed, filed + '30 days',
    case when signed >= 50 then filed + '9 days' end, case when signed >= 100 then filed + '19 days' end,
    filed + '100 days', case when fate between 0.04 and 0.05 then filed + '9 days' end,
    case when fate between 0.04 and 0.045 then filed + '20 days' end,
    answered, case when answered is not null then
      case when fate < 0.11 then 'accepted' when fate < 0.5 then 'in-part' when fate < 0.9 then 'declined'
      else 'under-way' end end,
    answered + '60 days', case when fate between 0.8 and 0.82 then answered + '9 days' end,
    case when fate between 0.8 and 0.82 then answered + '39 days' end,
    case when fate < 0.02 then filed + '5 days' end,
    case when fate between 0.02 and 0.04 then greatest(1, id - 10) end,
    case when fate between 0.02 and 0.04 then filed + '6 days' end
  from bench_drawn
  join bench_passages p on p.no = one
  join bench_passages more on more.no = other
  where id between first and last;

  insert into petitions_routings (petition, body, procedure, at)
  select id, body, procedure, filed_at from petitions where id between first and last;

  insert into petitions_answers (petition, at, body, outcome, text, lang, reason, because, commitments)
  select id, answered_at, body, outcome, text, lang, case when outcome = 'declined' then 'money' end,
    case when outcome = 'declined' then title end, '{}'
  from petitions where id between first and last and answered_at is not null;

  insert into charter_services (article, thing, kind, title, since)
  select distinct on (article, id) article, 'petitions/' || id, 'petitions', jsonb_build_object(lang, title), filed_at
  from petitions, unnest(articles) as article where id between first and last;
$$;

create function bench_commitments(first int, last int) returns void language sql as $$
  insert into commitments (kind, title, text, lang, lead, supporting, starts_on, due_on, first_due_on, cost, articles,
    groups, districts, origin, origin_kind, origin_title, adopted_at, starts_at, due_at, broken_at, silent_at, begun_at,
    reported_at, done_at, finding, steps)
  select case when id % 6 = 0 then 'under-way' else 'new' end, title, text, lang, body, '{}', day, day + 300, day + 300,
    (id % 900) * 1000000, articles, groups, array[district], 'petitions/' || id, 'petitions',
    jsonb_build_object(lang, title), answered_at, day, day + 301, day + 481, day + 120,
    day + 30, day + 30, case when id % 3 > 0 then day + 250 end, case when id % 3 = 1 then 'confirmed' end, 2
  from petitions, lateral (select answered_at::date as day) as days
  where id between first and last and outcome = 'accepted';

  insert into commitments_milestones (commitment, no, title, due_on, first_due_on)
  select id, no, title, due_on - 60 / no, due_on - 60 / no from commitments, generate_series(1, 2) as no
  where split_part(origin, '/', 2)::int between first and last;

  insert into commitments_steps (commitment, no, kind, at, body, text, lang, links, doc)
  select id, no, 'report', starts_at + interval '30 days' * no, lead, text, lang, '{}', '{}'
  from commitments, generate_series(1, 2) as no where split_part(origin, '/', 2)::int between first and last;

  insert into commitments_marks (facet, key, commitment, due_on)
  select facet, key, id, due_on from commitments, lateral (
    select 'body', lead union select 'article', unnest(articles) union select 'group', unnest(groups)
    union select 'district', unnest(districts)) as own(facet, key)
  where split_part(origin, '/', 2)::int between first and last;

  insert into commitments_facets (facet, key)
  select distinct case facet when 'body' then 'lead' else facet end, key from commitments_marks
  union values ('origin', 'petitions') union select distinct 'year', extract(year from due_on)::text from commitments
  on conflict do nothing;

  insert into charter_services (article, thing, kind, title, since)
  select distinct on (article, id) article, 'commitments/' || id, 'commitments', jsonb_build_object(lang, title), adopted_at
  from commitments, unnest(articles) as article where split_part(origin, '/', 2)::int between first and last;
$$;

create function bench_documents(first int, last int) returns void language sql as $$
  insert into search_documents (about, lang, room, title, text, length, place, tokens)
  select about, lang, room, title, text, length(title || text) + 1, place,
    said || array_to_tsvector(array['#in ' || room, '#2048 ' || place / 2048, '#16384 ' || place / 16384,
      '#131072 ' || place / 131072])
  from (
    select about, p.lang, split_part(about, '/', 1) as room, p.title, p.text,
      a.tokens || b.tokens || to_tsvector('simple', id::text) as said, nextval('search_documents_place_seq') as place
    from petitions p
    join bench_drawn using (id)
    join bench_passages a on a.no = one
    join bench_passages b on b.no = other
    cross join lateral (
      select 'petitions/' || p.id union all
      select 'commitments/' || c.id from commitments c where c.origin = 'petitions/' || p.id
    ) as thing(about)
    where id between first and last
    order by id
  ) as written;
$$;

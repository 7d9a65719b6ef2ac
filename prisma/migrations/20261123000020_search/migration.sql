-- Accents are taken off by PostgreSQL's own list. The extension is a trusted one: the role that owns
-- the database may create it.
create extension if not exists unaccent;

create table search_document (
  workspace_id uuid not null,
  record text not null,
  record_id uuid not null,
  campaign_id uuid,
  kind text not null default '',
  status text,
  created_by uuid,
  first_day date,
  last_day date,
  words tsvector not null,
  constraint search_document_pkey primary key (workspace_id, record, record_id)
);
create index search_document_workspace_id_record_first_day_idx on search_document (workspace_id, record, first_day);
create index search_document_words_idx on search_document using gin (words);
-- Names are asked for at every key pressed: they have an index of their own, which no entry makes longer.
create index search_document_named on search_document using gin (words) where record <> 'entry';

-- Words are compared letter by letter, so that "begins with" is a range of the index.
create table search_word (
  workspace_id uuid not null,
  named boolean not null,
  word text collate "C" not null,
  stem text collate "C" not null
);
create index search_word_workspace_id_named_word_idx on search_word (workspace_id, named, word);
create index search_word_workspace_id_stem_idx on search_word (workspace_id, stem);

-- Not logged: after a crash no transaction is at work, so nothing is due.
create unlogged table search_due (
  workspace_id uuid not null,
  record text not null,
  record_id uuid not null
);
create index search_due_record_id_idx on search_due (record_id);

-- What is looked for. Unset or empty it is everything: a word that no text can hold, negated.
create function app_search() returns tsquery language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.search', true), '')::tsquery, '!''#'''::tsquery) $$;

alter table search_document enable row level security;
alter table search_document force row level security;
create policy by_workspace on search_document using (workspace_id = (select app_workspace()));
-- The condition on words is a policy, since under row security PostgreSQL lets no other condition
-- that might leak a row, and it takes this one for such, reach an index: every search would read
-- the whole workspace. Here it stands on one level with the workspace, which it only narrows.
create policy by_words on search_document as restrictive for select using (words @@ app_search());
alter table search_word enable row level security;
alter table search_word force row level security;
create policy by_workspace on search_word using (workspace_id = (select app_workspace()));
alter table search_due enable row level security;
alter table search_due force row level security;
create policy by_workspace on search_due using (workspace_id = (select app_workspace()));

-- A text as words apart by blanks: small letters, no accents, and no punctuation, which PostgreSQL's
-- parser would take for parts of addresses, paths and signed numbers.
create function search_fold(content text) returns text language sql stable parallel safe
  as $$
    select btrim(regexp_replace(
      lower(unaccent(regexp_replace(normalize(content, NFKD), '[\u0300-\u036f]', '', 'g'))),
      '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u02b0-\u02ff\u2000-\u206f\u2190-\u2bff\u3000-\u3004\u3008-\u3020\ufe0f\uff00-\uff0f\uff1a-\uff20]+', ' ', 'g'))
  $$;
create function search_words(content text, weight "char") returns tsvector language sql stable parallel safe
  as $$ select setweight(to_tsvector('simple', search_fold(content)), weight) $$;

-- The words of records are kept for tracing typing errors. References to other records ("o:" an
-- organization, "p:" a person) stand among a record's words, so that a name finds every entry of
-- its bearer and a new name needs no entry to be read again. They have a colon, which no word has.
create function search_learn(documents tsvector[], named boolean) returns void language sql
  as $$
    insert into search_word (workspace_id, named, word, stem)
    select app_workspace(), search_learn.named, w.word,
           coalesce((ts_lexize('english_stem', w.word))[1], w.word)
      from (select distinct word from unnest(documents) d, unnest(tsvector_to_array(d)) word) w
     where length(w.word) <= 64 and strpos(w.word, ':') = 0
       and not exists (
         select from search_word known
          where known.workspace_id = (select app_workspace())
            and known.named = search_learn.named and known.word = w.word)
  $$;

-- Long texts are cut where an index entry would grow past PostgreSQL's limit of 1 MB for one row.
create function search_keep_entries(ids uuid[]) returns void language sql
  as $$
    with gone as (
      delete from search_document d using unnest(ids) i
       where d.record = 'entry' and d.record_id = i
         and not exists (select from entry e
                          where e.workspace_id = d.workspace_id and e.id = i and e.trashed_at is null)
    ), kept as (
      insert into search_document (workspace_id, record, record_id, campaign_id, kind, status, created_by,
                                   first_day, last_day, words)
      select e.workspace_id, 'entry', e.id, e.campaign_id, e.kind, e.status, e.created_by,
             e.first_day, e.last_day,
             search_words(e.title, 'A')
               || search_words(concat_ws(' ', array_to_string(e.tags, ' '), e.place, e.participants), 'B')
               || search_words(left(concat_ws(' ', e.summary, spoken.words), 150000), 'C')
               || search_words(left(concat_ws(' ', e.private_note, e.crowd_words, e.crowd_counted_by,
                    details.words, claimed.words, cited.words, asked.words), 100000), 'D')
               || array_to_tsvector(array(
                    select 'o:' || organization_id from entry_organization
                     where workspace_id = e.workspace_id and entry_id = e.id
                    union select 'o:' || asked_by_organization_id from inquiry
                     where workspace_id = e.workspace_id and entry_id = e.id
                       and asked_by_organization_id is not null
                    union select 'o:' || r.organization_id from inquiry q
                     join inquiry_recipient r on r.workspace_id = q.workspace_id and r.inquiry_id = q.id
                     where q.workspace_id = e.workspace_id and q.entry_id = e.id
                    union select 'p:' || person_id from appearance
                     where workspace_id = e.workspace_id and entry_id = e.id
                    union select 'p:' || e.according_to_person_id where e.according_to_person_id is not null))
        from unnest(ids) i
        join entry e on e.workspace_id = (select app_workspace()) and e.id = i and e.trashed_at is null
        cross join lateral (
          select string_agg(concat_ws(' ', a.description, quoted.words), ' ') as words
            from appearance a
            left join lateral (
              select string_agg(concat_ws(' ', q.text, c.words), ' ') as words
                from quote q
                left join lateral (
                  select string_agg(exact, ' ') as words from citation
                   where workspace_id = q.workspace_id and quote_id = q.id) c on true
               where q.workspace_id = a.workspace_id and q.appearance_id = a.id) quoted on true
           where a.workspace_id = e.workspace_id and a.entry_id = e.id) spoken
        cross join lateral (
          select string_agg(value #>> '{}', ' ') as words
            from jsonb_path_query(e.details, 'strict $.**') value
           where jsonb_typeof(value) in ('string', 'number')) details
        cross join lateral (
          select string_agg(concat_ws(' ', l.value, l.said_by, l.reason, c.words), ' ') as words
            from claim l
            left join lateral (
              select string_agg(exact, ' ') as words from citation
               where workspace_id = l.workspace_id and claim_id = l.id) c on true
           where l.workspace_id = e.workspace_id and l.entry_id = e.id) claimed
        cross join lateral (
          select string_agg(exact, ' ') as words from citation
           where workspace_id = e.workspace_id and entry_id = e.id) cited
        cross join lateral (
          select string_agg(through, ' ') as words from inquiry
           where workspace_id = e.workspace_id and entry_id = e.id) asked
      on conflict (workspace_id, record, record_id) do update
         set campaign_id = excluded.campaign_id, kind = excluded.kind, status = excluded.status,
             created_by = excluded.created_by, first_day = excluded.first_day,
             last_day = excluded.last_day, words = excluded.words
      returning words
    )
    select search_learn(array_agg(words), false) from kept having count(*) > 0
  $$;
create function search_keep_demands(ids uuid[]) returns void language sql
  as $$
    with gone as (
      delete from search_document d using unnest(ids) i
       where d.record = 'demand' and d.record_id = i
         and not exists (select from demand e
                          where e.workspace_id = d.workspace_id and e.id = i and e.trashed_at is null)
    ), kept as (
      insert into search_document (workspace_id, record, record_id, campaign_id, words)
      select d.workspace_id, 'demand', d.id, d.campaign_id,
             search_words(concat_ws(' ', d.number, now_worded.wording), 'A')
               || search_words(left(earlier.words, 200000), 'D')
               || array_to_tsvector(array(
                    select 'o:' || organization_id from demand_target
                     where workspace_id = d.workspace_id and demand_id = d.id
                    union select 'o:' || organization_id from demand_counterparty
                     where workspace_id = d.workspace_id and demand_id = d.id))
        from unnest(ids) i
        join demand d on d.workspace_id = (select app_workspace()) and d.id = i and d.trashed_at is null
        left join lateral (
          select wording from demand_version
           where workspace_id = d.workspace_id and demand_id = d.id order by number desc limit 1) now_worded on true
        cross join lateral (
          select coalesce(string_agg(concat_ws(' ', wording, note), ' '), '') as words from demand_version
           where workspace_id = d.workspace_id and demand_id = d.id) earlier
      on conflict (workspace_id, record, record_id) do update
         set campaign_id = excluded.campaign_id, words = excluded.words
      returning words
    )
    select search_learn(array_agg(words), true) from kept having count(*) > 0
  $$;
create function search_keep_organizations(ids uuid[]) returns void language sql
  as $$
    with gone as (
      delete from search_document d using unnest(ids) i
       where d.record = 'organization' and d.record_id = i
         and not exists (select from organization e
                          where e.workspace_id = d.workspace_id and e.id = i and e.trashed_at is null)
    ), kept as (
      insert into search_document (workspace_id, record, record_id, kind, words)
      select o.workspace_id, 'organization', o.id, o.kind,
             search_words(o.name, 'A') || search_words(array_to_string(o.other_names, ' '), 'B')
               || array_to_tsvector(array_remove(array['o:' || o.id, 'o:' || o.parent_id], null))
        from unnest(ids) i
        join organization o on o.workspace_id = (select app_workspace()) and o.id = i and o.trashed_at is null
      on conflict (workspace_id, record, record_id) do update set kind = excluded.kind, words = excluded.words
      returning words
    )
    select search_learn(array_agg(words), true) from kept having count(*) > 0
  $$;
create function search_keep_people(ids uuid[]) returns void language sql
  as $$
    with gone as (
      delete from search_document d using unnest(ids) i
       where d.record = 'person' and d.record_id = i
         and not exists (select from person e
                          where e.workspace_id = d.workspace_id and e.id = i and e.trashed_at is null)
    ), kept as (
      insert into search_document (workspace_id, record, record_id, words)
      select p.workspace_id, 'person', p.id,
             search_words(p.name, 'A') || search_words(array_to_string(p.other_names, ' '), 'B')
               || search_words(p.consent_reason, 'D') || array_to_tsvector(array['p:' || p.id])
        from unnest(ids) i
        join person p on p.workspace_id = (select app_workspace()) and p.id = i and p.trashed_at is null
      on conflict (workspace_id, record, record_id) do update set words = excluded.words
      returning words
    )
    select search_learn(array_agg(words), true) from kept having count(*) > 0
  $$;
-- Only a source's title, publisher and author are looked up as one types: its text is learned like an entry's.
create function search_keep_sources(ids uuid[]) returns void language sql
  as $$
    with gone as (
      delete from search_document d using unnest(ids) i
       where d.record = 'source' and d.record_id = i
         and not exists (select from source e
                          where e.workspace_id = d.workspace_id and e.id = i and e.trashed_at is null)
    ), kept as (
      insert into search_document (workspace_id, record, record_id, kind, words)
      select s.workspace_id, 'source', s.id, s.kind,
             search_words(s.title, 'A') || search_words(concat_ws(' ', s.publisher, s.author), 'B')
               || search_words(left(pictured.words, 50000), 'C')
               || search_words(left(concat_ws(' ', s.url, s.captured_text), 200000), 'D')
        from unnest(ids) i
        join source s on s.workspace_id = (select app_workspace()) and s.id = i and s.trashed_at is null
        cross join lateral (
          select coalesce(string_agg(concat_ws(' ', caption, credit), ' '), '') as words from source_picture
           where workspace_id = s.workspace_id and source_id = s.id) pictured
      on conflict (workspace_id, record, record_id) do update set kind = excluded.kind, words = excluded.words
      returning words
    )
    select search_learn(array_agg(ts_filter(words, '{a,b}')), true), search_learn(array_agg(words), false)
      from kept having count(*) > 0
  $$;

-- A save writes many rows of one record. Each statement only notes which records it touched, and
-- they are read once, when the transaction ends: the first note's trigger takes them all, and a
-- setting tells the others so, since rows that a transaction deleted would cost each of them a look.
-- The bodies below are written with \x3b, a semicolon: Prisma's engine cuts a migration at every one
-- that stands there as itself.
create function search_follow() returns trigger language plpgsql
  as E'begin
    execute format(''insert into search_due (workspace_id, record, record_id)
      select distinct d.w, d.r, d.i from (%s) d(w, r, i)
       where not exists (select from search_due s where s.record_id = d.i and s.record = d.r)'', tg_argv[0])\x3b
    perform set_config(''app.search_due'', ''yes'', true)\x3b
    return null\x3b
  end';
create function search_settle() returns trigger language plpgsql
  as E'declare due record\x3b
  begin
    if current_setting(''app.search_due'', true) is distinct from ''yes'' then
      return null\x3b
    end if\x3b
    perform set_config(''app.search_due'', '''', true), set_config(''app.search'', '''', true)\x3b
    with taken as (delete from search_due returning record, record_id)
    select array_agg(distinct record_id) filter (where record = ''entry'') as entries,
           array_agg(distinct record_id) filter (where record = ''demand'') as demands,
           array_agg(distinct record_id) filter (where record = ''organization'') as organizations,
           array_agg(distinct record_id) filter (where record = ''person'') as people,
           array_agg(distinct record_id) filter (where record = ''source'') as sources
      into due from taken\x3b
    if due.entries is not null then perform search_keep_entries(due.entries)\x3b end if\x3b
    if due.demands is not null then perform search_keep_demands(due.demands)\x3b end if\x3b
    if due.organizations is not null then perform search_keep_organizations(due.organizations)\x3b end if\x3b
    if due.people is not null then perform search_keep_people(due.people)\x3b end if\x3b
    if due.sources is not null then perform search_keep_sources(due.sources)\x3b end if\x3b
    return null\x3b
  end';
create constraint trigger search_settled after insert on search_due deferrable initially deferred
  for each row execute function search_settle();

-- Reads every record of every workspace again, for what was there before, as the operator, workspace
-- by workspace.
create function search_read_all() returns void language plpgsql
  as E'declare one record\x3b
  begin
    perform set_config(''app.operator'', ''on'', true)\x3b
    for one in select id from workspace loop
      perform set_config(''app.workspace_id'', one.id::text, true), set_config(''app.search'', '''', true)\x3b
      delete from search_document\x3b
      delete from search_word\x3b
      perform search_keep_entries(array(select id from entry))\x3b
      perform search_keep_demands(array(select id from demand))\x3b
      perform search_keep_organizations(array(select id from organization))\x3b
      perform search_keep_people(array(select id from person))\x3b
      perform search_keep_sources(array(select id from source))\x3b
    end loop\x3b
    perform set_config(''app.workspace_id'', '''', true), set_config(''app.operator'', '''', true)\x3b
  end';
select search_read_all();

-- What makes which record due. A part that moves from one record to another makes both due.
create trigger search_added after insert on entry referencing new table as changed
  for each statement execute function search_follow('select workspace_id, ''entry'', id from changed');
create trigger search_changed after update on entry referencing new table as changed
  for each statement execute function search_follow('select workspace_id, ''entry'', id from changed');
create trigger search_gone after delete on entry referencing old table as changed
  for each statement execute function search_follow('select workspace_id, ''entry'', id from changed');
create trigger search_added after insert on entry_organization referencing new table as changed
  for each statement execute function search_follow('select workspace_id, ''entry'', entry_id from changed');
create trigger search_changed after update on entry_organization referencing new table as changed
  for each statement execute function search_follow('select workspace_id, ''entry'', entry_id from changed');
create trigger search_moved after update on entry_organization referencing old table as changed
  for each statement execute function search_follow('select workspace_id, ''entry'', entry_id from changed');
create trigger search_gone after delete on entry_organization referencing old table as changed
  for each statement execute function search_follow('select workspace_id, ''entry'', entry_id from changed');
create trigger search_added after insert on appearance referencing new table as changed
  for each statement execute function search_follow('select workspace_id, ''entry'', entry_id from changed');
create trigger search_changed after update on appearance referencing new table as changed
  for each statement execute function search_follow('select workspace_id, ''entry'', entry_id from changed');
create trigger search_moved after update on appearance referencing old table as changed
  for each statement execute function search_follow('select workspace_id, ''entry'', entry_id from changed');
create trigger search_gone after delete on appearance referencing old table as changed
  for each statement execute function search_follow('select workspace_id, ''entry'', entry_id from changed');
create trigger search_added after insert on claim referencing new table as changed
  for each statement execute function search_follow('select workspace_id, ''entry'', entry_id from changed');
create trigger search_changed after update on claim referencing new table as changed
  for each statement execute function search_follow('select workspace_id, ''entry'', entry_id from changed');
create trigger search_moved after update on claim referencing old table as changed
  for each statement execute function search_follow('select workspace_id, ''entry'', entry_id from changed');
create trigger search_gone after delete on claim referencing old table as changed
  for each statement execute function search_follow('select workspace_id, ''entry'', entry_id from changed');
create trigger search_added after insert on quote referencing new table as changed
  for each statement execute function search_follow('select a.workspace_id, ''entry'', a.entry_id from changed c join appearance a on a.workspace_id = c.workspace_id and a.id = c.appearance_id');
create trigger search_changed after update on quote referencing new table as changed
  for each statement execute function search_follow('select a.workspace_id, ''entry'', a.entry_id from changed c join appearance a on a.workspace_id = c.workspace_id and a.id = c.appearance_id');
create trigger search_moved after update on quote referencing old table as changed
  for each statement execute function search_follow('select a.workspace_id, ''entry'', a.entry_id from changed c join appearance a on a.workspace_id = c.workspace_id and a.id = c.appearance_id');
create trigger search_gone after delete on quote referencing old table as changed
  for each statement execute function search_follow('select a.workspace_id, ''entry'', a.entry_id from changed c join appearance a on a.workspace_id = c.workspace_id and a.id = c.appearance_id');
create trigger search_added after insert on citation referencing new table as changed
  for each statement execute function search_follow('select workspace_id, ''entry'', entry_id from changed where entry_id is not null union select l.workspace_id, ''entry'', l.entry_id from changed c join claim l on l.workspace_id = c.workspace_id and l.id = c.claim_id union select a.workspace_id, ''entry'', a.entry_id from changed c join quote q on q.workspace_id = c.workspace_id and q.id = c.quote_id join appearance a on a.workspace_id = q.workspace_id and a.id = q.appearance_id');
create trigger search_changed after update on citation referencing new table as changed
  for each statement execute function search_follow('select workspace_id, ''entry'', entry_id from changed where entry_id is not null union select l.workspace_id, ''entry'', l.entry_id from changed c join claim l on l.workspace_id = c.workspace_id and l.id = c.claim_id union select a.workspace_id, ''entry'', a.entry_id from changed c join quote q on q.workspace_id = c.workspace_id and q.id = c.quote_id join appearance a on a.workspace_id = q.workspace_id and a.id = q.appearance_id');
create trigger search_moved after update on citation referencing old table as changed
  for each statement execute function search_follow('select workspace_id, ''entry'', entry_id from changed where entry_id is not null union select l.workspace_id, ''entry'', l.entry_id from changed c join claim l on l.workspace_id = c.workspace_id and l.id = c.claim_id union select a.workspace_id, ''entry'', a.entry_id from changed c join quote q on q.workspace_id = c.workspace_id and q.id = c.quote_id join appearance a on a.workspace_id = q.workspace_id and a.id = q.appearance_id');
create trigger search_gone after delete on citation referencing old table as changed
  for each statement execute function search_follow('select workspace_id, ''entry'', entry_id from changed where entry_id is not null union select l.workspace_id, ''entry'', l.entry_id from changed c join claim l on l.workspace_id = c.workspace_id and l.id = c.claim_id union select a.workspace_id, ''entry'', a.entry_id from changed c join quote q on q.workspace_id = c.workspace_id and q.id = c.quote_id join appearance a on a.workspace_id = q.workspace_id and a.id = q.appearance_id');
create trigger search_added after insert on inquiry referencing new table as changed
  for each statement execute function search_follow('select workspace_id, ''entry'', entry_id from changed where entry_id is not null');
create trigger search_changed after update on inquiry referencing new table as changed
  for each statement execute function search_follow('select workspace_id, ''entry'', entry_id from changed where entry_id is not null');
create trigger search_moved after update on inquiry referencing old table as changed
  for each statement execute function search_follow('select workspace_id, ''entry'', entry_id from changed where entry_id is not null');
create trigger search_gone after delete on inquiry referencing old table as changed
  for each statement execute function search_follow('select workspace_id, ''entry'', entry_id from changed where entry_id is not null');
create trigger search_added after insert on inquiry_recipient referencing new table as changed
  for each statement execute function search_follow('select i.workspace_id, ''entry'', i.entry_id from changed c join inquiry i on i.workspace_id = c.workspace_id and i.id = c.inquiry_id where i.entry_id is not null');
create trigger search_changed after update on inquiry_recipient referencing new table as changed
  for each statement execute function search_follow('select i.workspace_id, ''entry'', i.entry_id from changed c join inquiry i on i.workspace_id = c.workspace_id and i.id = c.inquiry_id where i.entry_id is not null');
create trigger search_moved after update on inquiry_recipient referencing old table as changed
  for each statement execute function search_follow('select i.workspace_id, ''entry'', i.entry_id from changed c join inquiry i on i.workspace_id = c.workspace_id and i.id = c.inquiry_id where i.entry_id is not null');
create trigger search_gone after delete on inquiry_recipient referencing old table as changed
  for each statement execute function search_follow('select i.workspace_id, ''entry'', i.entry_id from changed c join inquiry i on i.workspace_id = c.workspace_id and i.id = c.inquiry_id where i.entry_id is not null');
create trigger search_added after insert on demand referencing new table as changed
  for each statement execute function search_follow('select workspace_id, ''demand'', id from changed');
create trigger search_changed after update on demand referencing new table as changed
  for each statement execute function search_follow('select workspace_id, ''demand'', id from changed');
create trigger search_gone after delete on demand referencing old table as changed
  for each statement execute function search_follow('select workspace_id, ''demand'', id from changed');
create trigger search_added after insert on demand_version referencing new table as changed
  for each statement execute function search_follow('select workspace_id, ''demand'', demand_id from changed');
create trigger search_changed after update on demand_version referencing new table as changed
  for each statement execute function search_follow('select workspace_id, ''demand'', demand_id from changed');
create trigger search_moved after update on demand_version referencing old table as changed
  for each statement execute function search_follow('select workspace_id, ''demand'', demand_id from changed');
create trigger search_gone after delete on demand_version referencing old table as changed
  for each statement execute function search_follow('select workspace_id, ''demand'', demand_id from changed');
create trigger search_added after insert on demand_target referencing new table as changed
  for each statement execute function search_follow('select workspace_id, ''demand'', demand_id from changed');
create trigger search_changed after update on demand_target referencing new table as changed
  for each statement execute function search_follow('select workspace_id, ''demand'', demand_id from changed');
create trigger search_moved after update on demand_target referencing old table as changed
  for each statement execute function search_follow('select workspace_id, ''demand'', demand_id from changed');
create trigger search_gone after delete on demand_target referencing old table as changed
  for each statement execute function search_follow('select workspace_id, ''demand'', demand_id from changed');
create trigger search_added after insert on demand_counterparty referencing new table as changed
  for each statement execute function search_follow('select workspace_id, ''demand'', demand_id from changed');
create trigger search_changed after update on demand_counterparty referencing new table as changed
  for each statement execute function search_follow('select workspace_id, ''demand'', demand_id from changed');
create trigger search_moved after update on demand_counterparty referencing old table as changed
  for each statement execute function search_follow('select workspace_id, ''demand'', demand_id from changed');
create trigger search_gone after delete on demand_counterparty referencing old table as changed
  for each statement execute function search_follow('select workspace_id, ''demand'', demand_id from changed');
create trigger search_added after insert on organization referencing new table as changed
  for each statement execute function search_follow('select workspace_id, ''organization'', id from changed');
create trigger search_changed after update on organization referencing new table as changed
  for each statement execute function search_follow('select workspace_id, ''organization'', id from changed');
create trigger search_gone after delete on organization referencing old table as changed
  for each statement execute function search_follow('select workspace_id, ''organization'', id from changed');
create trigger search_added after insert on person referencing new table as changed
  for each statement execute function search_follow('select workspace_id, ''person'', id from changed');
create trigger search_changed after update on person referencing new table as changed
  for each statement execute function search_follow('select workspace_id, ''person'', id from changed');
create trigger search_gone after delete on person referencing old table as changed
  for each statement execute function search_follow('select workspace_id, ''person'', id from changed');
create trigger search_added after insert on source referencing new table as changed
  for each statement execute function search_follow('select workspace_id, ''source'', id from changed');
create trigger search_changed after update on source referencing new table as changed
  for each statement execute function search_follow('select workspace_id, ''source'', id from changed');
create trigger search_gone after delete on source referencing old table as changed
  for each statement execute function search_follow('select workspace_id, ''source'', id from changed');
create trigger search_added after insert on source_picture referencing new table as changed
  for each statement execute function search_follow('select workspace_id, ''source'', source_id from changed');
create trigger search_changed after update on source_picture referencing new table as changed
  for each statement execute function search_follow('select workspace_id, ''source'', source_id from changed');
create trigger search_moved after update on source_picture referencing old table as changed
  for each statement execute function search_follow('select workspace_id, ''source'', source_id from changed');
create trigger search_gone after delete on source_picture referencing old table as changed
  for each statement execute function search_follow('select workspace_id, ''source'', source_id from changed');

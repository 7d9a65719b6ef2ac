-- CreateTable
CREATE TABLE "dispute" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "entry_id" UUID,
    "quote_id" UUID,
    "assessment_id" UUID,
    "reason" TEXT NOT NULL,
    "said_by" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken_back_at" TIMESTAMPTZ,

    CONSTRAINT "dispute_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "entry_reply" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "said" TEXT NOT NULL,
    "edtf" TEXT NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "entry_reply_pkey" PRIMARY KEY ("workspace_id","id")
);

-- AlterTable
ALTER TABLE "citation" ADD COLUMN     "dispute_id" UUID,
ADD COLUMN     "reply_id" UUID;

-- CreateIndex
CREATE INDEX "dispute_workspace_id_entry_id_idx" ON "dispute"("workspace_id", "entry_id");

-- CreateIndex
CREATE INDEX "dispute_workspace_id_quote_id_idx" ON "dispute"("workspace_id", "quote_id");

-- CreateIndex
CREATE INDEX "dispute_workspace_id_assessment_id_idx" ON "dispute"("workspace_id", "assessment_id");

-- CreateIndex
CREATE INDEX "entry_reply_workspace_id_entry_id_idx" ON "entry_reply"("workspace_id", "entry_id");

-- CreateIndex
CREATE INDEX "entry_reply_workspace_id_organization_id_idx" ON "entry_reply"("workspace_id", "organization_id");

-- CreateIndex
CREATE INDEX "citation_workspace_id_dispute_id_idx" ON "citation"("workspace_id", "dispute_id");

-- CreateIndex
CREATE INDEX "citation_workspace_id_reply_id_idx" ON "citation"("workspace_id", "reply_id");

-- AddForeignKey
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_workspace_id_entry_id_fkey" FOREIGN KEY ("workspace_id", "entry_id") REFERENCES "entry"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_workspace_id_quote_id_fkey" FOREIGN KEY ("workspace_id", "quote_id") REFERENCES "quote"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_workspace_id_assessment_id_fkey" FOREIGN KEY ("workspace_id", "assessment_id") REFERENCES "assessment"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_reply" ADD CONSTRAINT "entry_reply_workspace_id_entry_id_fkey" FOREIGN KEY ("workspace_id", "entry_id") REFERENCES "entry"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_reply" ADD CONSTRAINT "entry_reply_workspace_id_organization_id_fkey" FOREIGN KEY ("workspace_id", "organization_id") REFERENCES "organization"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_workspace_id_dispute_id_fkey" FOREIGN KEY ("workspace_id", "dispute_id") REFERENCES "dispute"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_workspace_id_reply_id_fkey" FOREIGN KEY ("workspace_id", "reply_id") REFERENCES "entry_reply"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table dispute enable row level security;
alter table dispute force row level security;
create policy by_workspace on dispute using (workspace_id = (select app_workspace()));
alter table entry_reply enable row level security;
alter table entry_reply force row level security;
create policy by_workspace on entry_reply using (workspace_id = (select app_workspace()));

-- A dispute is about one thing. That of a standing is taken back as a mistake, the others are edited.
alter table dispute add constraint dispute_about_one check (
  num_nonnulls(entry_id, quote_id, assessment_id) = 1
);
alter table dispute add constraint dispute_taken_back check (taken_back_at is null or assessment_id is not null);
alter table citation drop constraint citation_carries_one;
alter table citation add constraint citation_carries_one check (
  num_nonnulls(entry_id, quote_id, claim_id, assessment_id, link_id, dispute_id, reply_id) = 1
);

-- As before, with disputes and the statements of organizations.
create or replace function search_keep_entries(ids uuid[]) returns void language sql
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
               || search_words(left(concat_ws(' ', e.summary, entry_other_texts(e), spoken.words, pictured.words), 150000), 'C')
               || search_words(left(concat_ws(' ', e.private_note, e.crowd_words, e.crowd_counted_by,
                    details.words, claimed.words, cited.words, asked.words, linked.words, doubted.words, replied.words), 100000), 'D')
               || array_to_tsvector(array(
                    select 'o:' || organization_id from entry_organization
                     where workspace_id = e.workspace_id and entry_id = e.id
                    union select 'o:' || asked_by_organization_id from inquiry
                     where workspace_id = e.workspace_id and entry_id = e.id
                       and asked_by_organization_id is not null
                    union select 'o:' || r.organization_id from inquiry q
                     join inquiry_recipient r on r.workspace_id = q.workspace_id and r.inquiry_id = q.id
                     where q.workspace_id = e.workspace_id and q.entry_id = e.id
                    union select 'o:' || organization_id from entry_reply
                     where workspace_id = e.workspace_id and entry_id = e.id
                    union select 'p:' || person_id from appearance
                     where workspace_id = e.workspace_id and entry_id = e.id and person_id is not null
                    union select 'p:' || e.according_to_person_id where e.according_to_person_id is not null))
        from unnest(ids) i
        join entry e on e.workspace_id = (select app_workspace()) and e.id = i and e.trashed_at is null
        cross join lateral (
          select string_agg(concat_ws(' ', a.description, a.affiliation, quoted.words), ' ') as words
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
        cross join lateral (
          select string_agg(concat_ws(' ', caption, credit, alt), ' ') as words from photo
           where workspace_id = e.workspace_id and entry_id = e.id and removed_at is null) pictured
        cross join lateral (
          select string_agg(concat_ws(' ', note, according_to), ' ') as words from entry_link
           where workspace_id = e.workspace_id and from_id = e.id) linked
        cross join lateral (
          select string_agg(concat_ws(' ', reason, said_by), ' ') as words from dispute
           where workspace_id = e.workspace_id and (entry_id = e.id or quote_id in (
             select q.id from quote q
               join appearance a on a.workspace_id = q.workspace_id and a.id = q.appearance_id
              where a.workspace_id = e.workspace_id and a.entry_id = e.id))) doubted
        cross join lateral (
          select string_agg(said, ' ') as words from entry_reply
           where workspace_id = e.workspace_id and entry_id = e.id) replied
      on conflict (workspace_id, record, record_id) do update
         set campaign_id = excluded.campaign_id, kind = excluded.kind, status = excluded.status,
             created_by = excluded.created_by, first_day = excluded.first_day,
             last_day = excluded.last_day, words = excluded.words
      returning words
    )
    select search_learn(array_agg(words), false) from kept having count(*) > 0
  $$;

create trigger search_added after insert on entry_reply referencing new table as changed
  for each statement execute function search_follow('select workspace_id, ''entry'', entry_id from changed');
create trigger search_changed after update on entry_reply referencing new table as changed
  for each statement execute function search_follow('select workspace_id, ''entry'', entry_id from changed');
create trigger search_gone after delete on entry_reply referencing old table as changed
  for each statement execute function search_follow('select workspace_id, ''entry'', entry_id from changed');
create trigger search_added after insert on dispute referencing new table as changed
  for each statement execute function search_follow('select workspace_id, ''entry'', entry_id from changed where entry_id is not null union select a.workspace_id, ''entry'', a.entry_id from changed c join quote q on q.workspace_id = c.workspace_id and q.id = c.quote_id join appearance a on a.workspace_id = q.workspace_id and a.id = q.appearance_id');
create trigger search_changed after update on dispute referencing new table as changed
  for each statement execute function search_follow('select workspace_id, ''entry'', entry_id from changed where entry_id is not null union select a.workspace_id, ''entry'', a.entry_id from changed c join quote q on q.workspace_id = c.workspace_id and q.id = c.quote_id join appearance a on a.workspace_id = q.workspace_id and a.id = q.appearance_id');
create trigger search_gone after delete on dispute referencing old table as changed
  for each statement execute function search_follow('select workspace_id, ''entry'', entry_id from changed where entry_id is not null union select a.workspace_id, ''entry'', a.entry_id from changed c join quote q on q.workspace_id = c.workspace_id and q.id = c.quote_id join appearance a on a.workspace_id = q.workspace_id and a.id = q.appearance_id');
create trigger search_moved after update on entry_reply referencing old table as changed
  for each statement execute function search_follow('select workspace_id, ''entry'', entry_id from changed');
create trigger search_moved after update on dispute referencing old table as changed
  for each statement execute function search_follow('select workspace_id, ''entry'', entry_id from changed where entry_id is not null union select a.workspace_id, ''entry'', a.entry_id from changed c join quote q on q.workspace_id = c.workspace_id and q.id = c.quote_id join appearance a on a.workspace_id = q.workspace_id and a.id = q.appearance_id');

-- AlterEnum
ALTER TYPE "appearance_role" ADD VALUE 'spokesperson';
ALTER TYPE "appearance_role" ADD VALUE 'lawyer';
ALTER TYPE "appearance_role" ADD VALUE 'official';
ALTER TYPE "appearance_role" ADD VALUE 'reporter';

-- DropForeignKey
ALTER TABLE "appearance" DROP CONSTRAINT "appearance_workspace_id_person_id_fkey";

-- AlterTable
ALTER TABLE "appearance" ADD COLUMN     "affiliation" TEXT NOT NULL DEFAULT '',
ALTER COLUMN "person_id" DROP NOT NULL;

-- AddForeignKey
ALTER TABLE "appearance" ADD CONSTRAINT "appearance_workspace_id_person_id_fkey" FOREIGN KEY ("workspace_id", "person_id") REFERENCES "person"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Whoever has no name is described, which is all that there is of them.
alter table appearance add constraint appearance_says_who check (person_id is not null or description <> '');

-- As before, with affiliations, and without the persons that are none.
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
                    details.words, claimed.words, cited.words, asked.words, linked.words), 100000), 'D')
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
      on conflict (workspace_id, record, record_id) do update
         set campaign_id = excluded.campaign_id, kind = excluded.kind, status = excluded.status,
             created_by = excluded.created_by, first_day = excluded.first_day,
             last_day = excluded.last_day, words = excluded.words
      returning words
    )
    select search_learn(array_agg(words), false) from kept having count(*) > 0
  $$;

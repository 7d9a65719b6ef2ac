-- The texts of a source's own row that the search does not name below: a column that is added later is
-- searched with the rest, as an entry's is. What is no text for readers is left out.
create function source_other_texts(s source) returns text language sql stable
  as $$
    select string_agg(value #>> '{}', ' ')
      from jsonb_each(to_jsonb(s)) own(name, value)
     where jsonb_typeof(value) = 'string'
       and name <> all (array[
         'workspace_id', 'id', 'kind', 'published', 'accessed_on', 'archive_url', 'captured_sha256',
         'added_in', 'created_at', 'trashed_at',
         'title', 'publisher', 'author', 'url', 'captured_text'])
  $$;

create or replace function search_keep_sources(ids uuid[]) returns void language sql
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
               || search_words(left(concat_ws(' ', source_other_texts(s), pictured.words), 50000), 'C')
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

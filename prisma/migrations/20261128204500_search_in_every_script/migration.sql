-- Letters as they are compared: without marks of vowels in Arabic and Hebrew, which most people do
-- not write, and with the forms of alef, ta marbuta, yeh and kaf as one.
create function search_letters(content text) returns text language sql stable parallel safe
  as $$
    select btrim(regexp_replace(
      translate(lower(unaccent(regexp_replace(normalize(content, NFKD),
        '[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u3099\u309a]',
        '', 'g'))), U&'\0671\0629\0649\06cc\06a9', U&'\0627\0647\064a\064a\0643'),
      '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u02b0-\u02ff\u2000-\u206f\u2190-\u2bff\u3000-\u3004\u3008-\u3020\ufe0f\uff00-\uff0f\uff1a-\uff20]+', ' ', 'g'))
  $$;

-- Chinese, Japanese, Thai, Lao, Khmer and Burmese write no blanks between words. Each two letters
-- that stand side by side are a word, in a text as in what is asked: first the pairs from the first
-- letter of a run on, then those from the second on. A letter that stands alone is a word by itself.
create function search_pairs(plain text) returns text language sql immutable parallel safe
  as $$
    select btrim(regexp_replace(concat_ws(' ',
        regexp_replace(regexp_replace(apart, '([\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u3096\u309d-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])([\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u3096\u309d-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])', E'\\1\\2\u0001', 'g'),
          E'\u0001[\\u0e01-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3041-\\u3096\\u309d-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\U00020000-\\U0003ffff](?![\\u0e01-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3041-\\u3096\\u309d-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\U00020000-\\U0003ffff])', ' ', 'g'),
        regexp_replace(regexp_replace(regexp_replace(apart, '[^\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u3096\u309d-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+', ' ', 'g'),
          '(^| )[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u3096\u309d-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]([\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u3096\u309d-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]*)(?![\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u3096\u309d-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])', '\1\2', 'g'), '([\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u3096\u309d-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])([\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u3096\u309d-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])|[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u3096\u309d-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]', E'\\1\\2\u0001', 'g')),
      E'[ \u0001]+', ' ', 'g'))
      from (select regexp_replace(regexp_replace(plain, '([\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u3096\u309d-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])([^\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u3096\u309d-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff ])', '\1 \2', 'g'),
                     '([^\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u3096\u309d-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff ])([\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u3096\u309d-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])', '\1 \2', 'g')) f(apart)
  $$;

create or replace function search_fold(content text) returns text language sql stable parallel safe
  as $$
    select case when plain ~ '[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u3096\u309d-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]' then search_pairs(plain) else plain end
      from (select search_letters(content)) f(plain)
  $$;

-- Every document has one word in common, which no text can hold. A search without words asks for it,
-- since asking for what is not there would read the whole index.
create function search_mark() returns trigger language plpgsql
  as E'begin
    new.words := new.words || ''''''r:''''''::tsvector\x3b
    return new\x3b
  end';
create trigger search_mark before insert or update on search_document
  for each row execute function search_mark();
create or replace function app_search() returns tsquery language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.search', true), '')::tsquery, '''r:'''::tsquery) $$;

-- The words that are looked for are read once for each statement. As a bare call they were read again
-- for each row, which for a hundred words took longer than a statement may.
drop policy by_words on search_document;
create policy by_words on search_document as restrictive for select using (words @@ (select app_search()));

-- With a list of what is still to be sorted in, each search reads that list from end to end.
alter index search_document_words_idx set (fastupdate = off);
alter index search_document_named set (fastupdate = off);

truncate search_document, search_word;
select search_read_all();

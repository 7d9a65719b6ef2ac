-- PostgreSQL's parser takes the beginning of "1e2a" for the number 1e2 and cuts the word in two, so
-- that a typing error in it leads to no word of the index. Where a word begins like that, the words
-- of the folded text, which stand apart by blanks, are taken as they are. Elsewhere the parser does
-- the same and is quicker. It leaves out words longer than the index can hold, as is done here.
create or replace function search_words(content text, weight "char") returns tsvector language sql stable parallel safe
  as $$
    select setweight(
      case when folded ~ '(^| )[0-9]+e[0-9]' then (
        select coalesce(string_agg(format('''%s'':%s', word, least(place, 16383)), ' ')::tsvector, '')
          from unnest(string_to_array(folded, ' ')) with ordinality w(word, place)
         where octet_length(word) between 1 and 2046)
      else to_tsvector('simple', folded) end, weight)
      from (select search_fold(content)) f(folded)
  $$;

select search_read_all();

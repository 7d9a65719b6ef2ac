-- Words such as "a group of people" were read as 1, and "up to several hundred" as at most 200. The
-- words stay as they are, and the numbers that they do not give are removed. Row security applies
-- to the owner of the tables as well, so each workspace is visited.
do E'
  declare one record\x3b
  begin
    perform set_config(''app.operator'', ''on'', true)\x3b
    for one in select id from workspace loop
      perform set_config(''app.workspace_id'', one.id::text, true)\x3b
      update entry set crowd_low = null, crowd_high = null
       where crowd_low = 1 and crowd_high = 1
         and crowd_words !~* ''^\\s*(about |around |some )?(1|1\\.0|one)\\s*$''
         and crowd_words !~* ''^\\s*(an?|one|1|single|a single) ([a-z''''-]+ ){0,3}([a-z-]+(er|or|ist|man|woman|ian|ant|ent|ee)|person|child)\\s*$''\x3b
      update entry set crowd_high = null
       where crowd_low is null and crowd_high is not null
         and crowd_words ~* ''\\m(several|few|handful|tens|dozens|scores|hundreds|thousands|millions)\\M''\x3b
    end loop\x3b
    perform set_config(''app.workspace_id'', '''', true), set_config(''app.operator'', '''', true)\x3b
  end';

-- The town of a place, from the gazetteer: its name and its own coordinates, so that a place of which
-- only the town may be known is shown as the town's, by every query, without the gazetteer at hand.
alter table entry
  add column town_id integer,
  add column town text not null default '',
  add column town_latitude double precision,
  add column town_longitude double precision,
  -- Half a coordinate is a mistake that a map would draw.
  add constraint entry_coordinates_whole check ((latitude is null) = (longitude is null)),
  add constraint entry_coordinates_lie check (latitude between -90 and 90 and longitude between -180 and 180),
  -- A town is known with all of these or not at all.
  add constraint entry_town_whole check (num_nonnulls(town_id, town_latitude, town_longitude) in (0, 3) and (town <> '') = (town_id is not null));

-- The operator's command line starts outside of every workspace and must find out which there are.
-- It may read their names and nothing else: whatever it does then goes through the door as one
-- workspace, like everybody. Unset, as it is for every request, this shows nothing.
create policy by_operator on workspace for select using (
  (select current_setting('app.operator', true)) = 'on'
);

-- How often a workspace was locked down, so that what was under way at that moment makes no new way in.
alter table workspace add column lock_downs integer not null default 0;

-- When a sign-in code was last given at a browser, so that what undoes the codes asks for one.
alter table session add column code_at timestamptz;

-- Webhooks of members who left or are no owners any more were never ended.
alter table webhook no force row level security;
alter table member no force row level security;
update webhook w set ended_at = now()
 where ended_at is null and created_by is not null and not exists (
   select from member m where m.workspace_id = w.workspace_id and m.id = w.created_by
     and m.removed_at is null and m.role = 'owner');
alter table member force row level security;
alter table webhook force row level security;

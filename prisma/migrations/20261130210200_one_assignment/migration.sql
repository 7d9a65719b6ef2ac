-- Two at once could assign the same thing to two members: the later one has it. What was assigned of an
-- entry as a draft is over once it is in review, so that one of each may stand there.
alter table assignment no force row level security;
update assignment a set ended_at = now()
 where ended_at is null
   and exists (
     select from assignment later
      where later.workspace_id = a.workspace_id and later.ended_at is null and later.id > a.id
        and ((later.entry_id = a.entry_id and later.entry_status = a.entry_status) or later.follow_up_id = a.follow_up_id
             or later.plan_role_id = a.plan_role_id or later.plan_task_id = a.plan_task_id));
alter table assignment force row level security;

create unique index assignment_one_of_entry on assignment (workspace_id, entry_id, entry_status) where ended_at is null;
create unique index assignment_one_of_follow_up on assignment (workspace_id, follow_up_id) where ended_at is null;
create unique index assignment_one_of_role on assignment (workspace_id, plan_role_id) where ended_at is null;
create unique index assignment_one_of_task on assignment (workspace_id, plan_task_id) where ended_at is null;

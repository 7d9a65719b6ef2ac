-- What a date such as 2/3/2026 means, and where a week begins, differs from country to country.
alter table "campaign"
  add column "day_order" text not null default 'ask',
  add column "week_start" text not null default 'monday';
alter table "campaign"
  add constraint "campaign_day_order" check ("day_order" in ('ask', 'dmy', 'mdy')),
  add constraint "campaign_week_start" check ("week_start" in ('monday', 'sunday', 'saturday'));

create table if not exists registry_secret (
  id integer primary key check (id = 1),
  secret varchar(64) not null
);

create table if not exists assessment (
  record_id varchar(200) not null,
  patient char(64) not null,
  assessed_at timestamp with time zone not null,
  treatment_start date not null,
  centre varchar(200) not null,
  model_id varchar(200) not null,
  model_version varchar(100) not null,
  model_checksum varchar(200) not null,
  outcome varchar(200) not null,
  kind varchar(20) not null check (kind in ('PROBABILITY', 'SCORE', 'CATEGORY')),
  number_value double precision,
  category varchar(200),
  inside_domain boolean not null,
  synthetic boolean not null,
  recorded_at timestamp with time zone not null,
  primary key (record_id, model_id, outcome),
  check ((kind = 'CATEGORY' and category is not null and number_value is null)
    or (kind <> 'CATEGORY' and category is null and number_value is not null))
);

create index if not exists assessment_by_outcome on assessment (outcome, model_id);

create table if not exists follow_up (
  id uuid primary key,
  patient char(64) not null,
  outcome varchar(200) not null,
  status varchar(20) not null check (status in ('OCCURRED', 'FREE', 'DIED_WITHOUT')),
  seen_on date not null,
  source varchar(500) not null,
  replaces uuid unique references follow_up (id),
  recorded_at timestamp with time zone not null
);

create index if not exists follow_up_by_outcome on follow_up (outcome, patient);

-- A year is preliminary until the national statistician closes it. Closing keeps the figures as they stood, so that
-- later changes can be listed as revisions instead of replacing anything in silence.
create schema statistics;

create table statistics.closed_year
(
    year      smallint primary key check (year between 1900 and 2200),
    closed_at timestamptz not null,
    closed_by uuid        not null
);

create table statistics.closed_cell
(
    year     smallint not null references statistics.closed_year,
    table_id text     not null,
    cell     text     not null,
    unit     text     not null,
    value    numeric,
    primary key (year, table_id, cell, unit)
);

grant usage on schema statistics to ledfyr_app, ledfyr_statistics;
grant select, insert on statistics.closed_year, statistics.closed_cell to ledfyr_app;
grant select on statistics.closed_year, statistics.closed_cell to ledfyr_statistics;

-- What a report printed, kept beside what the records give. About nobody; the computed figure is never replaced by it.
create table statistics.printed_cell
(
    table_id text        not null check (table_id ~ '^[a-z][a-z0-9_]{1,39}$'),
    cell     text        not null,
    unit     text        not null,
    value    numeric     not null,
    source   text        not null check (length(source) between 1 and 200),
    noted_at timestamptz not null,
    noted_by uuid        not null,
    primary key (table_id, cell, unit)
);

grant select, insert, update on statistics.printed_cell to ledfyr_app;

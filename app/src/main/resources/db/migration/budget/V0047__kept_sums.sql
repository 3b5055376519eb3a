-- What was promised in every year, as the page of costs per outcome reads it, is kept like forecasts are.
alter table budget.reckoning drop constraint reckoning_kind_check;
alter table budget.reckoning add check (kind in ('FORECAST', 'BACK_TEST', 'OUTCOMES'));

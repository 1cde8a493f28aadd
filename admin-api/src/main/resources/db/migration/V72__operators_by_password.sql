-- The other dashboards ask for the password.
create or replace sql security definer view operator_view.operator as
select username, password_hash, enabled
from postern.operator
where password_hash is not null;

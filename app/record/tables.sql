create function record_stays() returns trigger language plpgsql as $$
begin
  raise exception 'what is on the record stays on it (%: %)', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation';
end $$;

create function record_entry_changes() returns trigger language plpgsql as $$
declare
  may text[] := '{salt,facts,title,person}';
  erased boolean := new.salt is null and new.facts = '{}' and new.title is null
    and new.person is not distinct from old.person;
  let_go boolean := new.person is null and new.salt is not distinct from substring(old.salt for 16)
    and new.facts = old.facts and new.title is not distinct from old.title;
begin
  if (erased or let_go) and to_jsonb(new) - may = to_jsonb(old) - may then
    return new;
  end if;
  raise exception 'of an entry on the record only what it says can be erased, or who did it let go, with its salt'
    using errcode = 'restrict_violation';
end $$;

create trigger record_entries_update before update on record_entries for each row execute function record_entry_changes();

create trigger record_entries_delete before delete on record_entries for each row execute function record_stays();

create trigger record_entries_truncate before truncate on record_entries execute function record_stays();

create trigger record_leaves_stay before update or delete on record_leaves for each row execute function record_stays();

create trigger record_leaves_truncate before truncate on record_leaves execute function record_stays();

create trigger record_tiles_update before update on record_tiles for each row execute function record_stays();

create trigger record_tiles_delete before delete on record_tiles for each row
  when (old.path !~ '\.p/\d+$') execute function record_stays();

create trigger record_tiles_truncate before truncate on record_tiles execute function record_stays();

create trigger record_checkpoints_size before update on record_checkpoints for each row
  when (new.size <> old.size or new.at <> old.at) execute function record_stays();

create trigger record_checkpoints_delete before delete on record_checkpoints for each row execute function record_stays();

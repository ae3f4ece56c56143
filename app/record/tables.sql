create function record_stays() returns trigger language plpgsql as $$
begin
  raise exception 'what is on the record stays on it (%: %)', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation';
end $$;

create function record_entry_erased() returns trigger language plpgsql as $$
begin
  if new.salt is null and new.facts = '{}' and new.title is null
    and to_jsonb(new) - '{salt,facts,title}'::text[] = to_jsonb(old) - '{salt,facts,title}'::text[] then
    return new;
  end if;
  raise exception 'of an entry on the record only what it says can be erased, with its salt'
    using errcode = 'restrict_violation';
end $$;

create trigger record_entries_update before update on record_entries for each row execute function record_entry_erased();

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

-- Messages are compressed by LZ4 where the server was built with it: a tenth of the time of its default.
do $$
begin
  execute 'alter table payload alter column sealed set compression lz4';
  execute 'alter table document alter column sealed set compression lz4';
exception
  when feature_not_supported then
    raise notice 'this server has no LZ4; messages keep the default compression';
end $$;

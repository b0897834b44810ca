-- ARGV: name, token, version, again
if owned(ARGV[2], ARGV[3]) then return remove() end
return ARGV[4] == '1' and redis.call('EXISTS', record) == 0 and 1 or 0

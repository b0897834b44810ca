-- ARGV: name
return remove()

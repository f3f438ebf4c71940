"""Who is here: keys, and taking away or erasing everything that is theirs."""

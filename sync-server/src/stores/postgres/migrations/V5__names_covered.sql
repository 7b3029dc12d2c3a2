-- A search walks the words in the index alone: without the name in it, each row was fetched from the table.
ALTER TABLE words DROP CONSTRAINT words_pkey, ADD PRIMARY KEY (word, register, id) INCLUDE (name);

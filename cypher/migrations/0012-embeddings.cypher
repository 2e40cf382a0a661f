// Titles as vectors, for who configures an endpoint that makes them; each shelf of them gets a vector index of its own when it is first needed.
CREATE CONSTRAINT title_vector_dataset IF NOT EXISTS FOR (v:TitleVector) REQUIRE v.dataset IS UNIQUE;
CREATE CONSTRAINT title_shelf_name IF NOT EXISTS FOR (s:TitleShelf) REQUIRE s.name IS UNIQUE;
